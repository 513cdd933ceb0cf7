internal import Invoicing

/// A row of `VanishedColumns`.
struct Forgotten {
  var sentID: Text
  var receivedID: Text
  var lastSeen: Moment
  var number: Text
  var customer: Text
  var kind: InvoiceKind
  var issueDate: CalendarDate
  var currency: Currency
  var gross: Int64
}

extension Forgotten {
  init(_ columns: VanishedColumns, row: Int) {
    self.init(
      sentID: columns.sentID[row], receivedID: columns.receivedID[row],
      lastSeen: columns.lastSeen[row], number: columns.number[row],
      customer: columns.customer[row], kind: columns.kind[row],
      issueDate: columns.issueDate[row], currency: columns.currency[row],
      gross: columns.gross[row])
  }
}

extension VanishedColumns {
  init(_ rows: [Forgotten]) {
    self.init()
    sentID = rows.map(\.sentID)
    receivedID = rows.map(\.receivedID)
    lastSeen = rows.map(\.lastSeen)
    number = rows.map(\.number)
    customer = rows.map(\.customer)
    kind = rows.map(\.kind)
    issueDate = rows.map(\.issueDate)
    currency = rows.map(\.currency)
    gross = rows.map(\.gross)
  }
}
