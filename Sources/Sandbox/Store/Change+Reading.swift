internal import EconomyAPI
internal import GRDB
internal import Invoicing

extension Change {
  /// All rows of the books, companies first.
  static func readAll(from db: Database, _ take: (Change) -> Void) throws {
    try take(.settings(settings(db)))
    try take(.counters(counters(db)))
    try rows("companies", "served, next_invoice_nr", db) { id, _, row, body in
      let info = try decode(.companyInformation, body, "companies", id)
      let state = CompanyState(info: info, isServed: row[3], nextInvoiceNumber: row[4])
      take(.company(id, state))
    }
    try rows("users", nil, db) { id, company, _, body in
      take(.user(company: company, try decode(.user, body, "users", id)))
    }
    try rows("suppliers", nil, db) { id, company, _, body in
      take(.party(company: company, .supplier, try decode(.supplier, body, "suppliers", id)))
    }
    try rows("clients", nil, db) { id, company, _, body in
      take(.party(company: company, .client, try decode(.client, body, "clients", id)))
    }
    try readInvoices(from: db, take)
  }

  private static func readInvoices(from db: Database, _ take: (Change) -> Void) throws {
    try rows("expenses", "mileage", db) { id, company, row, body in
      let entry = try decode(.expense, body, "expenses", id)
      take(.expense(company: company, StoredExpense(entry, isMileage: row[3])))
    }
    try rows("supplier_invoices", nil, db) { id, company, _, body in
      let invoice = try decode(.supplierInvoice, body, "supplier_invoices", id)
      take(.supplierInvoice(company: company, invoice))
    }
    try rows("client_invoices", "listed_from", db) { id, company, row, body in
      let invoice = try decode(.clientInvoice, body, "client_invoices", id)
      let moment = (row[3] as Int64?).map(Moment.init(microseconds:))
      take(.clientInvoice(company: company, StoredClientInvoice(invoice, listedFrom: moment)))
    }
    let keys = try Row.fetchCursor(
      db, sql: "SELECT company, key, fingerprint, invoice, used_at, runs_until FROM keys")
    while let row = try keys.next() {
      let record = KeyRecord(
        fingerprint: row[2], invoice: row[3], usedAt: Moment(microseconds: row[4]),
        runsUntil: (row[5] as Int64?).map(Moment.init(microseconds:)))
      take(.key(company: row[0], row[1], record))
    }
  }

  private static func settings(_ db: Database) throws -> SandboxSettings {
    var settings = SandboxSettings()
    for row in try Row.fetchAll(db, sql: "SELECT rowid, name, value FROM settings") {
      guard settings.take(row[1], row[2]) else {
        throw BadStoredBody(table: "settings", id: row[0], detail: "\(row[1] as String) is none")
      }
    }
    return settings
  }

  private static func counters(_ db: Database) throws -> Counters {
    var counters = Counters()
    let paths = Dictionary(
      Counters.stored.map { ($0.name, $0.path) }, uniquingKeysWith: { first, _ in first })
    for row in try Row.fetchAll(db, sql: "SELECT rowid, name, last FROM counters") {
      guard let path = paths[row[1]] else {
        throw BadStoredBody(table: "counters", id: row[0], detail: "\(row[1] as String) is none")
      }
      counters[keyPath: path] = row[2]
    }
    return counters
  }

  /// The rows of a table by id: id, company, body, then the other columns.
  private static func rows(
    _ table: String, _ others: String?, _ db: Database,
    _ take: (_ id: Int64, _ company: Int64, _ row: Row, _ body: String) throws -> Void
  ) throws {
    let company = table == "companies" ? "id" : "company"
    let more = others.map { ", \($0)" } ?? ""
    let cursor = try Row.fetchCursor(
      db, sql: "SELECT id, \(company), body\(more) FROM \(table) ORDER BY id")
    while let row = try cursor.next() { try take(row[0], row[1], row, row[2]) }
  }

  private static func decode<Message>(
    _ form: MessageForm<Message>, _ body: String, _ table: String, _ id: Int64
  ) throws -> Message {
    do throws(BodyFault) {
      return try form.decode(Array(body.utf8), as: .json, within: .answer)
    } catch {
      throw BadStoredBody(table: table, id: id, detail: "\(error)")
    }
  }
}
