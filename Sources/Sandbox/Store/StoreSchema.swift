internal import GRDB

/// The tables of the books.
///
/// An element's `body` is the element as the API gives it, in JSON; what stands beside it is for
/// finding it. Moments are microseconds since 1970.
enum StoreSchema {
  /// `MirB` as four bytes: tells books from any other database.
  static let applicationID: Int32 = 0x4d69_7242

  /// A migration that was once released is never changed: a new one is added.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 books") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: companies)
      for table in elements {
        try db.execute(
          sql: """
            CREATE TABLE \(table) (
              id INTEGER PRIMARY KEY, company INTEGER NOT NULL, body TEXT NOT NULL
            ) STRICT;
            """)
      }
      try db.execute(sql: invoices)
      try db.execute(sql: truth)
    }
    return migrator
  }

  private static let elements = ["users", "suppliers", "clients", "supplier_invoices"]

  private static let companies = """
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE counters (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
    CREATE TABLE companies (
      id INTEGER PRIMARY KEY, served INTEGER NOT NULL, next_invoice_nr INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    """

  private static let invoices = """
    CREATE TABLE client_invoices (
      id INTEGER PRIMARY KEY, company INTEGER NOT NULL, listed_from INTEGER, body TEXT NOT NULL
    ) STRICT;
    CREATE TABLE expenses (
      id INTEGER PRIMARY KEY, company INTEGER NOT NULL, mileage INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE TABLE keys (
      company INTEGER NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL,
      invoice INTEGER NOT NULL, used_at INTEGER NOT NULL, runs_until INTEGER,
      PRIMARY KEY (company, key)
    ) STRICT, WITHOUT ROWID;
    """

  private static let truth = """
    CREATE TABLE truth (
      number INTEGER PRIMARY KEY, at INTEGER NOT NULL, company INTEGER NOT NULL,
      verb TEXT NOT NULL, resource TEXT NOT NULL, deed TEXT NOT NULL, subject INTEGER,
      foreign_id TEXT, meant_for TEXT, key TEXT, status INTEGER, fault TEXT, delivery TEXT NOT NULL,
      delay_milliseconds INTEGER, deleted TEXT
    ) STRICT;
    CREATE INDEX truth_of_company ON truth (company, number);
    """
}
