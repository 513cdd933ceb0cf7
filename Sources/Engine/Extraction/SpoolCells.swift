internal import GRDB
internal import Invoicing

/// The cells of one row of a spool as values of our trade.
struct SpoolCells {
  private let row: Row

  init(_ row: Row) { self.row = row }

  func received() throws -> ReceivedInvoice {
    ReceivedInvoice(
      id: try text("id"), supplier: try text("supplier"), number: try text("number"),
      kind: try word("kind"), issueDate: try date("issue_date"), dueDate: optionalDate("due_date"),
      net: try money("net"), vat: try money("vat"), rounding: try optionalMoney("rounding"),
      gross: try money("gross"), status: try word("status"))
  }

  func sent() throws -> SentInvoice {
    SentInvoice(
      id: try text("id"), number: optional("number"), customer: try text("customer"),
      kind: try word("kind"), issueDate: try date("issue_date"), dueDate: optionalDate("due_date"),
      net: try money("net"), vat: try money("vat"), rounding: try optionalMoney("rounding"),
      gross: try money("gross"), status: try word("status"), credits: optional("credits"),
      reference: optional("reference"), mirrorOf: optional("mirror_of"),
      createdAt: Int64.fromDatabaseValue(row["created_at"]).map { Moment(microseconds: $0) })
  }

  func source() throws -> SourceInvoice {
    SourceInvoice(
      id: try text("id"), supplier: try text("supplier"), number: try text("number"),
      customer: try text("customer"), kind: try word("kind"), issueDate: try date("issue_date"),
      net: try money("net"), vat: try money("vat"), rounding: try optionalMoney("rounding"),
      gross: try money("gross"), status: try word("status"))
  }

  /// A line whose entry answers that it is one is mileage.
  func line() throws -> InvoiceLine {
    let kind: LineKind = optional("state") == "mileage" ? .mileage : try word("kind")
    return InvoiceLine(
      line: Int(try integer("line")), kind: kind, description: try text("description"),
      quantity: optional("quantity"), unitPrice: optional("unit_price"),
      vatRate: try integer("vat_rate"), net: try money("net"))
  }

  func file() throws -> Attachment {
    Attachment(
      name: try text("name"), sha256: try text("sha256"),
      bytes: Int64.fromDatabaseValue(row["bytes"]).map { Int($0) })
  }

  func flag(_ column: String) throws -> Bool { try integer(column) != 0 }

  func optional(_ column: String) -> String? { String.fromDatabaseValue(row[column]) }

  private func text(_ column: String) throws -> String {
    guard let text = optional(column) else { throw bad(column) }
    return text
  }

  private func word<Word: CodedWord>(_ column: String) throws -> Word {
    guard let word = Word(try text(column)) else { throw bad(column) }
    return word
  }

  private func integer(_ column: String) throws -> Int64 {
    guard let number = Int64.fromDatabaseValue(row[column]) else { throw bad(column) }
    return number
  }

  private func date(_ column: String) throws -> CalendarDate {
    guard let date = optionalDate(column) else { throw bad(column) }
    return date
  }

  private func optionalDate(_ column: String) -> CalendarDate? {
    Int32.fromDatabaseValue(row[column]).map { CalendarDate(days: $0) }
  }

  private func money(_ column: String) throws -> Money {
    guard let money = try optionalMoney(column) else { throw bad(column) }
    return money
  }

  private func optionalMoney(_ column: String) throws -> Money? {
    guard let currency = Currency(try text("currency")) else { throw bad("currency") }
    return Int64.fromDatabaseValue(row[column]).map { Money(Int128($0), currency) }
  }

  private func bad(_ column: String) -> BadEntry {
    BadEntry(entry: 0, column: column)
  }
}
