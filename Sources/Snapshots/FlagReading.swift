internal import Invoicing

/// Reads the processed flags.
struct FlagReading: TableReading {
  private var columns = FlagColumns()
  private var receivedID = ReferenceColumn()
  private var mirrorID = ReferenceColumn()
  private let places: (receivedID: Int32, processed: Int32, processedAt: Int32, mirrorID: Int32)

  static let file = ExtractFile.processed

  init(_ columns: StoredColumns, _ dictionaries: StoredDictionaries) {
    places = (
      columns["received_id"], columns["processed"], columns["processed_at"], columns["mirror_id"]
    )
    self.columns.reserve(columns.mostRows)
    receivedID.reserve(columns.mostRows)
    mirrorID.reserve(columns.mostRows)
  }

  mutating func append(_ row: borrowing StoredRecord) throws(BadStoredCell) {
    columns.row.append(try row.rowNumber())
    try receivedID.append(row, places.receivedID)
    columns.processed.append(try row.flag(places.processed))
    columns.processedAt.append(try row.optionalSecond(places.processedAt))
    try mirrorID.append(row, places.mirrorID)
  }

  consuming func finish(
    _ texts: inout TextTable, _ ledgers: [InvoiceColumns]
  ) -> FlagColumns? {
    guard let receivedID = receivedID.finish(&texts, ledgers[Int(Ledger.received.rawValue)]),
      let mirrorID = mirrorID.finish(&texts, ledgers[Int(Ledger.sent.rawValue)])
    else { return nil }
    columns.receivedID = receivedID
    columns.mirrorID = mirrorID
    return columns
  }
}
