internal import Auditing
internal import Invoicing

/// What the terminal and `--json` say of a report, counted once.
struct ReportFigures {
  /// The rules that the tool was made for come first, whatever they found.
  static let firstRules = ["missing-mirror", "duplicate-after-timeout", "stale-key"]
  static let mostGravest = 10

  let stakes: Stakes
  /// Received invoices that were judged.
  let inScope: Int
  let outOfScope: Int
  let sums: [TieOutRow]
  /// Of the findings that are not resolved, the first ten.
  let gravest: [FindingRecord]
  /// Rules that ran: the first ones, then the others that found something, the gravest first.
  let rules: [RuleRun]
  /// The rules that did not run, by the file that they lack.
  let notRun: [(file: ExtractFile, rules: [String])]

  init(_ report: Report) {
    let audit = report.audit
    stakes = Stakes(audit.findings)
    outOfScope = audit.outOfScope.reduce(0) { $0 + $1.count }
    inScope = audit.books.received.count - outOfScope
    sums = audit.tieOut.sums
    gravest = audit.findings.indices.lazy
      .filter { audit.findings.figures(at: $0).state != .resolved }
      .prefix(Self.mostGravest).map { audit.findings[$0].record }
    rules = Self.ordered(audit.rules)
    notRun = ExtractFile.allCases.compactMap { file in
      let rules = audit.rules.filter { $0.lacks == file }.map(\.rule)
      return rules.isEmpty ? nil : (file, rules)
    }
  }

  private static func ordered(_ runs: [RuleRun]) -> [RuleRun] {
    let ran = runs.filter { $0.lacks == nil }
    let first = firstRules.compactMap { name in ran.first { $0.rule == name } }
    let others = ran.filter { $0.findings > 0 && !firstRules.contains($0.rule) }
    return first + others.sorted { ($0.severity, $0.rule) < ($1.severity, $1.rule) }
  }
}
