internal import Invoicing

extension ReceivedInvoice {
  func append(to cells: inout RowCells) throws(ExtractWriteFailure) {
    try cells.id(.id, id)
    try cells.neededText(.supplier, supplier)
    try cells.neededText(.number, number)
    cells.word(.kind, kind)
    cells.value(.issueDate, issueDate)
    cells.value(.dueDate, dueDate)
    try cells.amounts(net, vat, rounding, gross)
    cells.word(.status, status)
  }
}

extension SentInvoice {
  func append(to cells: inout RowCells) throws(ExtractWriteFailure) {
    try cells.id(.id, id)
    try cells.text(.number, number)
    try cells.neededText(.customer, customer)
    cells.word(.kind, kind)
    cells.value(.issueDate, issueDate)
    cells.value(.dueDate, dueDate)
    try cells.amounts(net, vat, rounding, gross)
    cells.word(.status, status)
    try cells.optionalID(.credits, credits)
    try cells.text(.reference, reference)
    try cells.optionalID(.mirrorOf, mirrorOf)
    try cells.text(.idempotencyKey, idempotencyKey)
    cells.value(.createdAt, createdAt)
    cells.value(.endedAt, endedAt)
  }
}

extension SourceInvoice {
  func append(to cells: inout RowCells) throws(ExtractWriteFailure) {
    try cells.id(.id, id)
    try cells.neededText(.supplier, supplier)
    try cells.neededText(.number, number)
    try cells.neededText(.customer, customer)
    cells.word(.kind, kind)
    cells.value(.issueDate, issueDate)
    try cells.amounts(net, vat, rounding, gross)
    cells.word(.status, status)
  }
}

extension ProcessedFlag {
  func append(to cells: inout RowCells) throws(ExtractWriteFailure) {
    try cells.id(.receivedID, receivedID)
    cells.word(.processed, processed ? FlagValue.true : FlagValue.false)
    cells.value(.processedAt, processedAt)
    try cells.optionalID(.mirrorID, mirrorID)
  }
}

extension InvoiceLine {
  func append(
    to cells: inout RowCells, of invoiceID: String, in ledger: Ledger
  ) throws(ExtractWriteFailure) {
    cells.word(.ledger, ledger)
    try cells.id(.invoiceID, invoiceID)
    cells.value(.line, line)
    cells.word(.kind, kind)
    try cells.text(.description, description)
    try cells.decimal(.quantity, quantity)
    try cells.decimal(.unitPrice, unitPrice)
    try cells.rate(.vatRate, vatRate)
    try cells.amount(.net, net)
  }
}

extension Attachment {
  func append(
    to cells: inout RowCells, of invoiceID: String, in ledger: Ledger
  ) throws(ExtractWriteFailure) {
    cells.word(.ledger, ledger)
    try cells.id(.invoiceID, invoiceID)
    try cells.neededText(.name, name)
    try cells.digest(.sha256, sha256)
    try cells.byteCount(.bytes, bytes)
  }
}

extension Attempt {
  func append(to cells: inout RowCells) throws(ExtractWriteFailure) {
    try cells.id(.receivedID, receivedID)
    try cells.text(.idempotencyKey, idempotencyKey)
    cells.value(.attemptedAt, attemptedAt)
    cells.word(.outcome, outcome)
    try cells.optionalID(.sentID, sentID)
  }
}

extension RowCells {
  /// Currency and amounts of an invoice; an invoice has one currency.
  fileprivate mutating func amounts(
    _ net: Money, _ vat: Money, _ rounding: Money?, _ gross: Money
  ) throws(ExtractWriteFailure) {
    let currency = net.currency
    let others = [(ExtractColumn.vat, vat.currency), (.rounding, rounding?.currency ?? currency)]
    for (column, other) in others + [(.gross, gross.currency)] where other != currency {
      throw bad(column, .malformed(.currency, value: other.code))
    }
    value(.currency, currency.code)
    try amount(.net, net)
    try amount(.vat, vat)
    if let rounding { try amount(.rounding, rounding) } else { value(.rounding, String?.none) }
    try amount(.gross, gross)
  }
}
