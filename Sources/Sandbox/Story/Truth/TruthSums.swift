internal import EconomyAPI
internal import Invoicing

/// The tie-out, added up.
struct TruthSums: Sendable {
  private var byKey: [Key: TrueTieOutRow] = [:]

  private struct Key: Hashable {
    let currency: Currency
    let supplier: String
  }

  /// By currency, then supplier.
  var rows: [TrueTieOutRow] {
    byKey.values.sorted { a, b in
      if a.currency != b.currency { return a.currency < b.currency }
      return a.supplier.utf8.lexicographicallyPrecedes(b.supplier.utf8)
    }
  }

  mutating func add(_ one: TruthCase, _ verdict: TruthVerdict, _ books: TruthBooks) {
    if !one.isCancelled, !one.isSecond {
      change(one.currency, one.supplier) { row in
        row.expected += one.gross
        if verdict.isPending { row.pending -= one.gross }
        row.tolerated += verdict.tolerated
      }
    }
    for mirror in one.live + one.credited {
      guard let currency = books.currency(mirror.currency) else { continue }
      change(currency, one.supplier) { $0.mirrored += books.worth(mirror) }
    }
    for finding in verdict.findings { add(finding, one.supplier) }
  }

  mutating func add(_ others: TruthLedgers, _ books: TruthBooks) {
    for orphan in others.orphans {
      guard let currency = books.currency(orphan.currency) else { continue }
      change(currency, "") { $0.mirrored += books.worth(orphan) }
    }
    for finding in others.findings { add(finding, "") }
  }

  private mutating func add(_ finding: TrueFinding, _ supplier: String) {
    guard finding.effect.minorUnits != 0 else { return }
    change(finding.effect.currency, supplier) { $0.findings += finding.effect.minorUnits }
  }

  private mutating func change(
    _ currency: Currency, _ supplier: String, _ change: (inout TrueTieOutRow) -> Void
  ) {
    let key = Key(currency: currency, supplier: supplier)
    change(&byKey[key, default: TrueTieOutRow(currency, supplier)])
  }
}
