/// All rules; no other is on.
///
/// A house test holds this list against the folder, the docs and the
/// tests.
enum AllRules {
  static let ofCases: [any CaseRule.Type] = [
    UnsentMirror.self, PartlyCredited.self, WrongCustomer.self, WrongCurrency.self,
    UnbilledExpense.self, MissingLines.self, WrongAmount.self, WrongVAT.self,
    MissingAttachment.self, WrongLink.self, KeyReused.self,
  ]

  static let ofLedgers: [any LedgerRule.Type] = [
    OverCredited.self, OrphanMirror.self, SourceMissing.self, SourceDiffers.self,
    NeverReceived.self, NumberGap.self, ArithmeticError.self, AmbiguousMatch.self,
  ]

  static var all: [any Rule.Type] {
    Ladder.rules + ofCases.map { $0 as any Rule.Type } + ofLedgers.map { $0 as any Rule.Type }
  }
}
