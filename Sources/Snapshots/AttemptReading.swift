internal import Invoicing

/// Reads the engine's tries to create mirrors.
struct AttemptReading: TableReading {
  private var columns = AttemptColumns()
  private var receivedID = ReferenceColumn()
  private var key = ReferenceColumn()
  private var sentID = ReferenceColumn()
  private let places: (receivedID: Int32, key: Int32, at: Int32, outcome: Int32, sentID: Int32)

  static let file = ExtractFile.attempts

  init(_ columns: StoredColumns, _ dictionaries: StoredDictionaries) {
    places = (
      columns["received_id"], columns["idempotency_key"], columns["attempted_at"],
      columns["outcome"], columns["sent_id"]
    )
    self.columns.reserve(columns.mostRows)
    receivedID.reserve(columns.mostRows)
    key.reserve(columns.mostRows)
    sentID.reserve(columns.mostRows)
  }

  mutating func append(_ row: borrowing StoredRecord) throws(BadStoredCell) {
    columns.row.append(try row.rowNumber())
    try receivedID.append(row, places.receivedID)
    try key.append(row, places.key)
    columns.attemptedAt.append(try row.second(places.at))
    columns.outcome.append(try row.code(places.outcome, AttemptOutcome.self))
    try sentID.append(row, places.sentID)
  }

  consuming func finish(
    _ texts: inout TextTable, _ ledgers: [InvoiceColumns]
  ) -> AttemptColumns? {
    let received = ledgers[Int(Ledger.received.rawValue)]
    guard let receivedID = receivedID.finish(&texts, received),
      let key = key.finish(&texts, received),
      let sentID = sentID.finish(&texts, ledgers[Int(Ledger.sent.rawValue)])
    else { return nil }
    columns.receivedID = receivedID
    columns.idempotencyKey = key
    columns.sentID = sentID
    return columns
  }
}
