internal import EconomyAPI
internal import Invoicing
internal import Testing

/// A message of each kind, full and empty, with what it must survive.
struct SampleMessage: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let comesBack: @Sendable (WireFormat) throws -> Bool

  private init<Message: WireMessage>(
    _ name: String, _ form: MessageForm<Message>, _ message: Message
  ) {
    testDescription = name
    comesBack = { format in
      try form.decode(form.encode(message, as: format), as: format) == message
    }
  }

  private init<Message: WireMessage>(
    list name: String, _ form: MessageForm<Message>, _ message: Message
  ) {
    testDescription = name
    comesBack = { format in
      for items in [[], [message], [message, Message(), message]] {
        let list = MessageList(items, page: ListPage(offset: 20, limit: 10, size: 23))
        let read = try form.decodeList(form.encode(list, as: format), as: format)
        let page = format == .xml ? list.page : ListPage()
        guard read == MessageList(items, page: page) else { return false }
      }
      return true
    }
  }

  static let all: [SampleMessage] = [
    .init("client invoice", .clientInvoice, .sample),
    .init("empty client invoice", .clientInvoice, ClientInvoice()),
    .init("answered client invoice", .clientInvoice, ClientInvoice.sample.asAnswered),
    .init("supplier invoice", .supplierInvoice, .sample),
    .init("empty supplier invoice", .supplierInvoice, SupplierInvoice()),
    .init("supplier", .supplier, .sample),
    .init("client", .client, .sample),
    .init("user", .user, .sample),
    .init("company information", .companyInformation, .sample),
    .init("expense", .expense, .sample),
    .init("created", .created, APICreated(id: 5)),
    .init("deleted", .deleted, APIDeleted()),
    .init("error", .error, APIFailure(code: "malformed", message: "line 1, column 2: \"<&>\"")),
    .init("event of the truth", .truthEvent, .sample),
    .init(list: "truth", .truthEvent, .sample),
    .init(list: "client invoices", .clientInvoice, .sample),
    .init(list: "supplier invoices", .supplierInvoice, .sample),
    .init(list: "suppliers", .supplier, .sample),
    .init(list: "clients", .client, .sample),
    .init(list: "users", .user, .sample),
    .init(list: "expenses", .expense, .sample),
  ]
}

extension ClientInvoice {
  static var sample: Self {
    var invoice = Self()
    invoice.id = 12
    invoice.invoiceNumber = "1007"
    invoice.debitInvoiceNumber = "1003"
    invoice.creditInvoices = [15, 16]
    invoice.foreignID = "R-17"
    invoice.poNumber = "K42"
    invoice.clientID = 3
    invoice.yourReference = "Åsa <Östling> & \"Söner\"\n\tC:\\"
    invoice.ourReferenceID = 0
    invoice.invoiceDate = CalendarDate(year: 2023, month: 4, day: 3)
    invoice.dueDate = CalendarDate(year: 2023, month: 5, day: 3)
    invoice.deliveryDate = CalendarDate(year: 2024, month: 2, day: 29)
    invoice.period = .text("2023-04")
    invoice.currency = "SEK"
    invoice.currencyRate = DecimalNumber(digits: 1_125, places: 2)
    invoice.certified = true
    invoice.sent = false
    invoice.notes = "𝄞 €"
    invoice.remaining = -125_000
    invoice.disabled = false
    invoice.created = Moment(microseconds: 1_680_000_000_123_456)
    invoice.files = [APIFile(filename: "kvitto.pdf", data: [0, 255, 16]), APIFile()]
    invoice.rows = [.sample, ClientInvoiceRow()]
    return invoice
  }
}

extension ClientInvoiceRow {
  static var sample: Self {
    var row = Self()
    row.id = 1
    row.quantity = DecimalNumber(digits: 150, places: 2)
    row.price = 100_000
    row.vat = DecimalNumber(digits: 25)
    row.productID = 0
    row.unit = "h"
    row.description = "Arbete"
    row.expenseEntryID = 77
    return row
  }
}

extension SupplierInvoice {
  static var sample: Self {
    var invoice = Self()
    invoice.id = 9_007_199_254_740_993
    invoice.foreignID = "processed"
    invoice.supplierID = 4
    invoice.yourReferenceID = 8
    invoice.ourReference = ""
    invoice.invoiceDate = CalendarDate(year: 2023, month: 4, day: 3)
    invoice.dueDate = CalendarDate(year: 2023, month: 5, day: 3)
    invoice.amount = 999_999_999_999_999
    invoice.vat = -25_000
    invoice.currency = "JPY"
    invoice.currencyRate = DecimalNumber(digits: 1)
    invoice.poNumber = "007"
    invoice.referenceNumber = "F-1001"
    invoice.paymentDate = CalendarDate(year: 2023, month: 5, day: 2)
    invoice.certified = true
    invoice.remaining = 0
    invoice.disabled = true
    invoice.files = [APIFile(filename: "faktura.pdf", data: [])]
    invoice.accounts = [.sample, APIAccount()]
    invoice.clientInvoiceIDs = [12, 13]
    return invoice
  }
}

extension APIAccount {
  static var sample: Self {
    var account = Self()
    account.id = 2
    account.accountNumber = "4010"
    account.vatCode = "48"
    account.amount = 100_000
    return account
  }
}

extension APIParty {
  static var sample: Self {
    var party = Self()
    party.id = 3
    party.foreignID = "K42"
    party.name = "Kund K"
    party.orgno = "556677-8899"
    party.vatNumber = "SE556677889901"
    party.countryCode = "SE"
    party.email = "k@example.com"
    party.active = true
    var address = APIAddress()
    address.zipCode = "123 45"
    party.address = address
    return party
  }
}

extension APIUser {
  static var sample: Self {
    var user = Self()
    user.id = 8
    user.foreignID = ""
    user.name = "Anna"
    user.email = "anna@example.com"
    user.active = false
    return user
  }
}

extension CompanyInfo {
  static var sample: Self {
    var company = Self()
    company.id = 1
    company.name = "Consulting Group"
    company.orgno = "556677-8899"
    company.vatNumber = "SE556677889901"
    company.countryCode = "SE"
    company.currency = "SEK"
    return company
  }
}

extension ExpenseEntry {
  static var sample: Self {
    var expense = Self()
    expense.id = 77
    expense.date = CalendarDate(year: 2023, month: 4, day: 1)
    expense.description = "Hotell"
    expense.amount = 125_000
    expense.vat = 25_000
    expense.currency = "SEK"
    expense.files = [APIFile(filename: "kvitto.jpg", data: [1, 2, 3])]
    return expense
  }
}

extension APITruthEvent {
  static var sample: Self {
    var event = Self()
    event.number = 7
    event.at = Moment(microseconds: 1_680_523_200_123_456)
    event.verb = "DELETE"
    event.resource = "client/invoice"
    event.deed = "deleted"
    event.subject = 12
    event.foreignID = "R1"
    event.key = "mirror:R1:0"
    event.status = 200
    event.fault = "slow"
    event.delivery = "late"
    event.delayMilliseconds = 40
    event.deleted = .sample
    return event
  }
}
