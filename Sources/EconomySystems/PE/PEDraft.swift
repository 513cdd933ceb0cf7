internal import EconomyAPI
internal import Invoicing

/// A mirror that is to be made, as a client invoice of PE Accounting: pure.
enum PEDraft {
  static func message(of draft: SystemDraft, fields: PEFields) -> ClientInvoice {
    var message = ClientInvoice()
    fields.mirrorOf.set(draft.receivedID, in: &message)
    message.clientID = Int64(draft.customerID)
    message.ourReferenceID = 0
    message.invoiceDate = draft.issueDate
    message.dueDate = draft.dueDate
    // The month, as `2023-04`.
    message.period = .text(String(draft.delivered.description.prefix(7)))
    message.currency = draft.currency.code
    message.files = draft.files.map { APIFile(filename: $0.name, data: $0.data) }
    message.rows = draft.lines.map { row($0, in: draft.currency) }
    return message
  }

  /// The entry behind a line stands in the supplier's books, so the mirror does not name it.
  private static func row(_ line: SystemLine, in currency: Currency) -> ClientInvoiceRow {
    var row = ClientInvoiceRow()
    (row.quantity, row.price) = priced(line.line, in: currency)
    row.vat = DecimalNumber(digits: line.line.vatRate, places: 4).shortest
    row.unit = line.unit
    row.description = line.line.description
    return row
  }

  /// Quantity and price as the line has them, where they come to its net; else the net, once.
  private static func priced(
    _ line: InvoiceLine, in currency: Currency
  ) -> (DecimalNumber, Int64) {
    let net = Int64(clamping: line.net.minorUnits)
    let once = (DecimalNumber(digits: 1), net)
    guard let quantity = line.quantity.flatMap({ DecimalNumber($0) }),
      let price = line.unitPrice.flatMap({ DecimalNumber($0) })?
        .units(places: currency.decimals)
    else { return once }
    var row = ClientInvoiceRow()
    (row.quantity, row.price) = (quantity, price)
    guard let totals = try? InvoiceTotals([row]), totals.nets == [net] else { return once }
    return (quantity, price)
  }
}
