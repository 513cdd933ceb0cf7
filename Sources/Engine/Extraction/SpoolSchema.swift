/// The tables of a spool: the books as they were read last, and how far the reading has come.
enum SpoolSchema {
  /// `MirX` as four bytes.
  static let applicationID: Int32 = 0x4d69_7258

  /// `pass` is the reading that saw a row last; its content is what that reading saw.
  static let tables = """
    CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE stages (
      pass INTEGER, stage TEXT, read INTEGER NOT NULL, found INTEGER NOT NULL, size INTEGER,
      is_done INTEGER NOT NULL, PRIMARY KEY (pass, stage)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE invoices (
      ledger TEXT, id TEXT, pass INTEGER NOT NULL, stage TEXT NOT NULL, digest TEXT NOT NULL,
      supplier TEXT, number TEXT, customer TEXT, kind TEXT NOT NULL, issue_date INTEGER NOT NULL,
      due_date INTEGER, currency TEXT NOT NULL, net INTEGER NOT NULL, vat INTEGER NOT NULL,
      rounding INTEGER, gross INTEGER NOT NULL, status TEXT NOT NULL, credits TEXT,
      reference TEXT, mirror_of TEXT, created_at INTEGER, processed INTEGER, mirror_id TEXT,
      PRIMARY KEY (ledger, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX invoices_by_number ON invoices (ledger, supplier, number, kind);
    CREATE TABLE lines (
      ledger TEXT, invoice_id TEXT, line INTEGER, kind TEXT NOT NULL, description TEXT NOT NULL,
      quantity TEXT, unit_price TEXT, vat_rate INTEGER NOT NULL, currency TEXT NOT NULL,
      net INTEGER NOT NULL, supplier TEXT, entry TEXT,
      PRIMARY KEY (ledger, invoice_id, line)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lines_by_entry ON lines (supplier, entry) WHERE entry IS NOT NULL;
    CREATE TABLE files (
      ledger TEXT, invoice_id TEXT, place INTEGER, name TEXT NOT NULL, sha256 TEXT NOT NULL,
      bytes INTEGER, PRIMARY KEY (ledger, invoice_id, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entries (
      supplier TEXT, entry TEXT, pass INTEGER NOT NULL, state TEXT NOT NULL, digest TEXT NOT NULL,
      PRIMARY KEY (supplier, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entry_files (
      supplier TEXT, entry TEXT, place INTEGER, name TEXT NOT NULL, sha256 TEXT NOT NULL,
      bytes INTEGER, PRIMARY KEY (supplier, entry, place)
    ) STRICT, WITHOUT ROWID;
    """
}
