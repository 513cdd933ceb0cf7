internal import Invoicing

/// Reads the invoices that the group sent.
struct SentReading: TableReading {
  private var invoices: InvoiceReading<SentStatus>
  private var columns = SentColumns()
  private var credits = ReferenceColumn()
  private var reference = TextColumn()
  private var mirrorOf = ReferenceColumn()
  private var key = ReferenceColumn()
  private let places: Places

  private struct Places {
    let customer, credits, reference, mirrorOf, key, createdAt, endedAt: Int32
  }

  static let file = ExtractFile.sent

  init(_ columns: StoredColumns, _ dictionaries: StoredDictionaries) {
    invoices = InvoiceReading(columns, dictionaries)
    places = Places(
      customer: columns["customer"], credits: columns["credits"],
      reference: columns["reference"], mirrorOf: columns["mirror_of"],
      key: columns["idempotency_key"], createdAt: columns["created_at"],
      endedAt: columns["ended_at"])
    self.columns.customer.reserveCapacity(columns.mostRows)
    self.columns.dueDate.reserve(columns.mostRows)
    self.columns.createdAt.reserve(columns.mostRows)
    self.columns.endedAt.reserve(columns.mostRows)
    credits.reserve(columns.mostRows)
    mirrorOf.reserve(columns.mostRows)
    key.reserve(columns.mostRows)
  }

  mutating func append(_ row: borrowing StoredRecord) throws(BadStoredCell) {
    let head = try invoices.append(row)
    columns.dueDate.append(try invoices.dueDate(row, head))
    columns.customer.append(
      try invoices.party(row, head.party, besides: InvoiceHead.noParty, places.customer))
    try credits.append(row, places.credits)
    if places.reference != StoredRecord.absent { try reference.append(row, places.reference) }
    try mirrorOf.append(row, places.mirrorOf)
    try key.append(row, places.key)
    columns.createdAt.append(try row.optionalSecond(places.createdAt))
    columns.endedAt.append(try row.optionalSecond(places.endedAt))
  }

  consuming func finish(
    _ texts: inout TextTable, _ ledgers: [InvoiceColumns]
  ) -> SentColumns? {
    columns.status = invoices.statuses
    columns.invoices = invoices.finish(&texts)
    let received = ledgers[Int(Ledger.received.rawValue)]
    guard let credits = credits.finish(&texts, columns.invoices),
      let mirrorOf = mirrorOf.finish(&texts, received), let key = key.finish(&texts, received)
    else { return nil }
    columns.credits = credits
    for text in reference.finish(&texts, rows: columns.count) { columns.reference.append(text) }
    columns.mirrorOf = mirrorOf
    columns.idempotencyKey = key
    return columns
  }
}
