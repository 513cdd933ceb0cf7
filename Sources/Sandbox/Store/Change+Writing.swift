internal import EconomyAPI
internal import GRDB
internal import Invoicing

extension Change {
  func write(to db: Database) throws {
    switch self {
    case .company(let id, let state): try Self.write(state, id, to: db)
    case .user(let company, let user):
      try Self.write("users", user.id, company, MessageForm.user.body(of: user), to: db)
    case .party(let company, let kind, let party):
      let body =
        kind == .supplier
        ? MessageForm.supplier.body(of: party)
        : MessageForm.client.body(of: party)
      try Self.write("\(kind.rawValue)s", party.id, company, body, to: db)
    case .supplierInvoice(let company, let invoice):
      let body = MessageForm.supplierInvoice.body(of: invoice)
      try Self.write("supplier_invoices", invoice.id, company, body, to: db)
    case .clientInvoice(let company, let stored):
      try db.run(
        "INSERT OR REPLACE INTO client_invoices (id, company, listed_from, body) "
          + "VALUES (?, ?, ?, ?)",
        [
          stored.invoice.id, company, stored.listedFrom?.microseconds,
          MessageForm.clientInvoice.body(of: stored.invoice),
        ])
    case .deletedClientInvoice(_, let id):
      try db.run("DELETE FROM client_invoices WHERE id = ?", [id])
    case .expense(let company, let stored):
      try db.run(
        "INSERT OR REPLACE INTO expenses (id, company, mileage, body) VALUES (?, ?, ?, ?)",
        [stored.entry.id, company, stored.isMileage, MessageForm.expense.body(of: stored.entry)])
    case .key(let company, let key, let record):
      try db.run(
        "INSERT OR REPLACE INTO keys (company, key, fingerprint, invoice, used_at, runs_until) "
          + "VALUES (?, ?, ?, ?, ?, ?)",
        [
          company, key, record.fingerprint, record.invoice, record.usedAt.microseconds,
          record.runsUntil?.microseconds,
        ])
    case .counters(let counters): try Self.write(counters, to: db)
    case .settings(let settings): try Self.write(settings, to: db)
    }
  }

  private static func write(
    _ table: String, _ id: Int64?, _ company: Int64, _ body: String, to db: Database
  ) throws {
    try db.run(
      "INSERT OR REPLACE INTO \(table) (id, company, body) VALUES (?, ?, ?)", [id, company, body])
  }

  private static func write(_ state: CompanyState, _ id: Int64, to db: Database) throws {
    try db.run(
      "INSERT OR REPLACE INTO companies (id, served, next_invoice_nr, body) VALUES (?, ?, ?, ?)",
      [
        id, state.isServed, state.nextInvoiceNumber,
        MessageForm.companyInformation.body(of: state.info),
      ])
  }

  private static func write(_ counters: Counters, to db: Database) throws {
    for (name, path) in Counters.stored {
      try db.run(
        "INSERT OR REPLACE INTO counters (name, last) VALUES (?, ?)",
        [name, counters[keyPath: path]])
    }
  }

  private static func write(_ settings: SandboxSettings, to db: Database) throws {
    for (name, value) in settings.stored {
      try db.run("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", [name, value])
    }
  }
}

extension MessageForm {
  /// As a row of the books has it.
  func body(of message: Message) -> String {
    String(decoding: encode(message, as: .json), as: UTF8.self)
  }
}

extension Database {
  /// Runs a statement that is prepared once.
  func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    try cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
  }
}
