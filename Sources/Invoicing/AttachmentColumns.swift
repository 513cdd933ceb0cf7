/// The files attached to invoices of all ledgers.
package struct AttachmentColumns: Sendable {
  package var ledger: [Ledger] = []
  package var invoiceID: [Text] = []
  package var name: [Text] = []
  /// As 64 lower-case hex digits.
  package var sha256: [Text] = []
  package var bytes: [Int64?] = []
  package var row = RowNumbers()

  package init() {}

  /// Makes room for so many rows.
  package mutating func reserve(_ rows: Int) {
    ledger.reserveCapacity(rows)
    invoiceID.reserveCapacity(rows)
    name.reserveCapacity(rows)
    sha256.reserveCapacity(rows)
    bytes.reserveCapacity(rows)
  }

  package var count: Int { ledger.count }
}
