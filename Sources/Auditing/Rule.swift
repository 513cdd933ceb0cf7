internal import Invoicing

/// A rule of `findings.md`: what it is called, how grave, what mends it, and how it explains.
protocol Rule: SendableMetatype {
  static var name: String { get }
  static var severity: Severity { get }
  static var repair: RepairKind { get }
  /// The file without which the rule does not run.
  static var reads: ExtractFile? { get }

  /// What happened, from the evidence: a clause to which the facts are added, and the facts.
  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation

  /// Why it does not hold of a case, with the figures; asked only where it does not.
  static func whyNot(_ c: Case) -> String
}

extension Rule {
  static var reads: ExtractFile? { nil }
  static var repair: RepairKind { .manual }
}

/// A rule that judges one case by nothing but the case.
protocol CaseRule: Rule {
  static func judge(_ c: Case, into verdicts: inout [Verdict])
}

/// A rule that judges a ledger as a whole.
protocol LedgerRule: Rule {
  /// Whether its findings can be about a case.
  static var judgesCases: Bool { get }

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict])
}

extension LedgerRule {
  static var judgesCases: Bool { true }
}
