internal import Invoicing

/// The tables whose rows speak of the invoices of the ledgers, which must have been read.
extension BooksReading {
  mutating func flags(
    _ received: InvoiceColumns, _ sent: InvoiceColumns
  ) throws(SnapshotError) -> FlagColumns {
    var columns = FlagColumns()
    var receivedID = ReferenceColumn()
    var mirrorID = ReferenceColumn()
    try rows(of: .processed) { row, texts in
      columns.row.append(try row.rowNumber(0))
      try row.reference(1, into: &receivedID, &texts)
      columns.processed.append(try row.flag(2))
      columns.processedAt.append(try row.optionalSecond(3))
      try row.reference(4, into: &mirrorID, &texts)
    }
    columns.receivedID = try found(receivedID.finish(received), in: .processed)
    columns.mirrorID = try found(mirrorID.finish(sent), in: .processed)
    return columns
  }

  mutating func lines(_ ledgers: [InvoiceColumns]) throws(SnapshotError) -> LineColumns {
    var columns = LineColumns()
    var invoiceID = ReferenceColumn()
    var line = TextColumn()
    var description = TextColumn()
    var quantity = TextColumn()
    var unitPrice = TextColumn()
    let reading = self
    try rows(of: .lines) { row, texts in
      columns.row.append(try row.rowNumber(0))
      columns.ledger.append(try row.code(1, Ledger.self))
      try row.reference(2, into: &invoiceID, &texts)
      row.text(3, into: &line, &texts)
      columns.kind.append(try row.code(4, LineKind.self))
      row.text(5, into: &description, &texts)
      row.text(6, into: &quantity, &texts)
      row.text(7, into: &unitPrice, &texts)
      columns.vatRate.append(try row.amount(8))
      columns.net.append(try row.amount(9))
      columns.currency.append(try reading.currency(row, 10))
    }
    columns.invoiceID = try found(
      invoiceID.finish { ledgers[Int(columns.ledger[$0].rawValue)] }, in: .lines)
    columns.line = line.finish(&texts)
    columns.description = description.finish(&texts)
    columns.quantity = quantity.finish(&texts)
    columns.unitPrice = unitPrice.finish(&texts)
    return columns
  }

  mutating func attachments(
    _ ledgers: [InvoiceColumns]
  ) throws(SnapshotError) -> AttachmentColumns {
    var columns = AttachmentColumns()
    var invoiceID = ReferenceColumn()
    var name = TextColumn()
    var sha256 = TextColumn()
    try rows(of: .attachments) { row, texts in
      columns.row.append(try row.rowNumber(0))
      columns.ledger.append(try row.code(1, Ledger.self))
      try row.reference(2, into: &invoiceID, &texts)
      row.text(3, into: &name, &texts)
      row.text(4, into: &sha256, &texts)
      columns.bytes.append(row.optionalInteger(5))
    }
    columns.invoiceID = try found(
      invoiceID.finish { ledgers[Int(columns.ledger[$0].rawValue)] }, in: .attachments)
    columns.name = name.finish(&texts)
    columns.sha256 = sha256.finish(&texts)
    return columns
  }

  mutating func attempts(
    _ received: InvoiceColumns, _ sent: InvoiceColumns
  ) throws(SnapshotError) -> AttemptColumns {
    var columns = AttemptColumns()
    var receivedID = ReferenceColumn()
    var idempotencyKey = ReferenceColumn()
    var sentID = ReferenceColumn()
    try rows(of: .attempts) { row, texts in
      columns.row.append(try row.rowNumber(0))
      try row.reference(1, into: &receivedID, &texts)
      try row.reference(2, into: &idempotencyKey, &texts)
      columns.attemptedAt.append(try row.second(3))
      columns.outcome.append(try row.code(4, AttemptOutcome.self))
      try row.reference(5, into: &sentID, &texts)
    }
    columns.receivedID = try found(receivedID.finish(received), in: .attempts)
    columns.idempotencyKey = try found(idempotencyKey.finish(received), in: .attempts)
    columns.sentID = try found(sentID.finish(sent), in: .attempts)
    return columns
  }
}
