package import Invoicing

/// What is different between two books, and between what the rules say of them.
package struct BooksDifference: Equatable, Sendable {
  package var before: ExtractHeader
  package var after: ExtractHeader
  /// In the order of `ExtractFile`; also those without a difference.
  package var tables: [TableDifference]
  /// In the order of the audit behind.
  package var appeared: [FindingRecord]
  /// In the order of the audit before.
  package var resolved: [FindingRecord]
  /// Findings that stand in both with another effect, in the order of the audit behind.
  package var changed: [FindingDifference]
  /// How many findings stand in both with the same effect.
  package var persisting: Int
  /// By currency, then supplier; also those without a difference.
  package var tieOut: [TieOutDifference]

  package init(from before: Audit, to after: Audit) {
    self.before = before.books.header
    self.after = after.books.header
    let comparison = TableComparison(before.books, after.books)
    tables = LedgerTable.all.map { comparison.difference(of: $0) }
    tieOut = Self.tieOut(before.tieOut, after.tieOut)
    let old = before.findings.map(\.record).filter { $0.state != .resolved }
    let new = after.findings.map(\.record).filter { $0.state != .resolved }
    let oldByName = Dictionary(old.map { ($0.fingerprint, $0) }) { first, _ in first }
    let newNames = Set(new.map(\.fingerprint))
    appeared = new.filter { oldByName[$0.fingerprint] == nil }
    resolved = old.filter { !newNames.contains($0.fingerprint) }
    changed = new.compactMap { record in
      guard let earlier = oldByName[record.fingerprint], earlier.effect != record.effect else {
        return nil
      }
      return FindingDifference(before: earlier, after: record)
    }
    persisting = new.count - appeared.count - changed.count
  }

  /// Whether books and findings are the same; the moments at which they were read aside.
  package var isEmpty: Bool {
    tables.allSatisfy(\.isEmpty) && appeared.isEmpty && resolved.isEmpty && changed.isEmpty
      && tieOut.allSatisfy { !$0.isChange }
  }

  private static func tieOut(_ old: [TieOutRow], _ new: [TieOutRow]) -> [TieOutDifference] {
    struct Key: Hashable {
      let currency: Currency
      let supplier: String
    }
    var rows: [Key: TieOutDifference] = [:]
    func change(_ row: TieOutRow, _ body: (inout TieOutDifference) -> Void) {
      let none = TieOutRow(currency: row.currency, supplier: row.supplier)
      let key = Key(currency: row.currency, supplier: row.supplier)
      body(&rows[key, default: TieOutDifference(before: none, after: none)])
    }
    for row in old { change(row) { $0.before = row } }
    for row in new { change(row) { $0.after = row } }
    return rows.values.sorted { a, b in
      if a.currency != b.currency { return a.currency < b.currency }
      return Array(a.supplier.utf8).lexicographicallyPrecedes(Array(b.supplier.utf8))
    }
  }
}
