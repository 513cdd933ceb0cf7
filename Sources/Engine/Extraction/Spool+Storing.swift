internal import EconomySystems
internal import GRDB
internal import Invoicing

extension Spool {
  /// How far a stage of a reading has come.
  struct Progress: Sendable {
    /// Entries of the list that were read.
    var read = 0
    /// Of the whole list, as the last page said.
    var size: Int?
    var isDone = false
  }

  func progress(of stage: String, in pass: Int) throws(ExtractionFailure) -> Progress {
    try read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM stages WHERE pass = ? AND stage = ?", arguments: [pass, stage])
      guard let row else { return Progress() }
      return Progress(read: row["read"], size: row["size"], isDone: row["is_done"] != 0)
    }
  }

  /// Keeps what a page has, and how far the stage has come, together.
  ///
  /// - Parameter isShaken: the list is another one than that of the page before.
  func store(
    _ invoices: [SpooledInvoice], of stage: String, in pass: Int, _ progress: Progress,
    isShaken: Bool, now: Moment
  ) throws(ExtractionFailure) {
    try write { db in
      var changes = isShaken ? 1 : 0
      for invoice in invoices where try invoice.store(db, stage: stage, pass: pass) {
        changes += 1
      }
      try db.execute(
        sql: "INSERT OR REPLACE INTO stages VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          pass, stage, progress.read, invoices.count, progress.size, progress.isDone ? 1 : 0,
        ])
      try Self.add(changes, to: pass, db)
      try Self.setFact("touched", "\(now.microseconds)", db)
    }
  }

  /// The entries behind lines that this reading has not asked for yet.
  func wantedEntries(
    in pass: Int, most: Int
  ) throws(ExtractionFailure) -> [(supplier: String, entry: String)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT l.supplier, l.entry FROM lines l
          JOIN invoices i ON i.ledger = l.ledger AND i.id = l.invoice_id AND i.pass = ?1
          WHERE l.entry IS NOT NULL AND l.supplier IS NOT NULL AND NOT EXISTS (
            SELECT * FROM entries e
            WHERE e.supplier = l.supplier AND e.entry = l.entry AND e.pass = ?1)
          LIMIT ?2
          """, arguments: [pass, most]
      ).map { ($0["supplier"], $0["entry"]) }
    }
  }

  func store(
    _ expense: SystemExpense, entry: String, of supplier: String, in pass: Int, now: Moment
  ) throws(ExtractionFailure) {
    let (state, files) = expense.kept
    var digest = ItemDigest()
    digest.add(state)
    digest.add(files)
    let hex = digest.hexDigits()
    try write { db in
      let before = try String.fetchOne(
        db, sql: "SELECT digest FROM entries WHERE supplier = ? AND entry = ?",
        arguments: [supplier, entry])
      try db.execute(
        sql: "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?)",
        arguments: [supplier, entry, pass, state, hex])
      try Self.setFact("touched", "\(now.microseconds)", db)
      if before == hex { return }
      try Self.add(1, to: pass, db)
      try db.execute(
        sql: "DELETE FROM entry_files WHERE supplier = ? AND entry = ?",
        arguments: [supplier, entry])
      for (place, file) in files.enumerated() {
        try db.execute(
          sql: "INSERT INTO entry_files VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [supplier, entry, place, file.name, file.sha256, file.bytes])
      }
    }
  }

  static func add(_ changes: Int, to pass: Int, _ db: Database) throws {
    if changes == 0 { return }
    let before = try fact("changes \(pass)", db).flatMap { Int($0) } ?? 0
    try setFact("changes \(pass)", "\(before + changes)", db)
  }
}

extension SystemExpense {
  /// As the spool keeps it.
  fileprivate var kept: (state: String, files: [Attachment]) {
    switch self {
    case .receipts(let files): ("expense", files.map(\.attachment))
    case .mileage: ("mileage", [])
    case .absent: ("absent", [])
    }
  }
}

extension SpooledInvoice {
  /// Keeps the invoice as this reading saw it; true where another saw it otherwise, or this one
  /// sees it twice.
  fileprivate func store(_ db: Database, stage: String, pass: Int) throws -> Bool {
    let digest = digest
    let before = try Row.fetchOne(
      db, sql: "SELECT pass, digest FROM invoices WHERE ledger = ? AND id = ?",
      arguments: [ledger.name, id])
    if let before, before["digest"] == digest {
      try db.execute(
        sql: "UPDATE invoices SET pass = ?, stage = ? WHERE ledger = ? AND id = ?",
        arguments: [pass, stage, ledger.name, id])
      return before["pass"] == pass
    }
    for table in ["lines", "files"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE ledger = ? AND invoice_id = ?",
        arguments: [ledger.name, id])
    }
    try insert(db, stage, pass, digest)
    try insertLines(db)
    try insertFiles(db)
    return true
  }

  private func insert(_ db: Database, _ stage: String, _ pass: Int, _ digest: String) throws {
    let amounts: [Int64?] = [net, vat, rounding, gross].map { amount in
      amount.map { Int64(clamping: $0.minorUnits) }
    }
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO invoices
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      ledger.name, id, pass, stage, digest, supplier, number, customer, kind.name,
      issueDate.days, dueDate?.days, gross.currency.code, amounts[0], amounts[1], amounts[2],
      amounts[3], status, credits, reference, mirrorOf, createdAt?.microseconds,
      isProcessed.map { $0 ? 1 : 0 }, mirrorID,
    ])
  }

  private func insertLines(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for line in lines {
      try statement.execute(arguments: [
        ledger.name, id, line.line.line, line.line.kind.name, line.line.description,
        line.line.quantity, line.line.unitPrice, line.line.vatRate, line.line.net.currency.code,
        Int64(clamping: line.line.net.minorUnits), supplier, line.expenseEntry,
      ])
    }
  }

  private func insertFiles(_ db: Database) throws {
    let statement = try db.cachedStatement(sql: "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)")
    for (place, file) in files.enumerated() {
      try statement.execute(arguments: [
        ledger.name, id, place, file.name, file.sha256, file.bytes,
      ])
    }
  }
}
