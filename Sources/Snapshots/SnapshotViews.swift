internal import GRDB
internal import Invoicing

/// The views that show the rows of a snapshot in plain words.
///
/// No index: a load of millions of rows would take twice as long, and in a small file SQLite
/// makes one for a join by itself.
enum SnapshotViews {
  /// Adds the views of coded tables, amounts as decimals, and links with ids.
  static func add(_ tables: [StoredTable], to db: Database) throws {
    let views =
      tables.map(plain) + ["received", "sent", "source"].map(decimals) + [mirrors]
    try db.execute(sql: views.joined(separator: ";\n"))
  }

  /// The rows of a table with every column that its file has, in its words.
  private static func plain(_ table: StoredTable) -> String {
    let stored = Set(table.columns.map(\.name))
    let shown =
      table.columns.flatMap { $0.cells.shown(as: $0.name) }
      + unused.filter { $0.tables.contains(table.name) && !stored.contains($0.column) }
      .map { "\($0.value) AS \"\($0.column)\"" }
    let rounding = stored.contains("rounding") ? "r.*" : "r.*, NULL AS \"rounding\""
    return """
      CREATE VIEW "\(table.name)" AS
      SELECT \(shown.joined(separator: ",\n  "))
      FROM (SELECT \(rounding) FROM "\(table.storedName)" r) r
      """
  }

  /// Columns that are not stored where no row uses them.
  private static let unused: [(column: String, value: String, tables: [String])] = [
    ("rounding", "0", ["received", "sent", "source"]),
    ("number", "NULL", ["received", "sent", "source"]),
    ("document", "NULL", ["received", "sent", "source"]),
    ("credits", "NULL", ["sent"]), ("reference", "NULL", ["sent"]),
    ("mirror_of", "NULL", ["sent"]), ("idempotency_key", "NULL", ["sent", "attempts"]),
    ("mirror_id", "NULL", ["processed"]), ("sent_id", "NULL", ["attempts"]),
    ("description", "NULL", ["lines"]), ("quantity", "NULL", ["lines"]),
    ("unit_price", "NULL", ["lines"]),
  ]

  private static let mirrors = """
    CREATE VIEW "mirrors" AS
    SELECT l."received_row", r."id" AS "received_id", l."sent_row", s."id" AS "sent_id",
      l."step", l."field", l."value"
    FROM "links" l JOIN "sent_rows" s ON s."row" = l."sent_row"
      JOIN "received_rows" r ON r."row" = l."received_row"
    """

  private static func decimals(of ledger: String) -> String {
    let amounts = ["net", "vat", "rounding", "gross"].map { name in
      """
      printf('%s%d', CASE WHEN l."\(name)" < 0 THEN '-' ELSE '' END, abs(l."\(name)") / c."scale")
        || CASE c."decimals" WHEN 0 THEN ''
          ELSE printf('.%0*d', c."decimals", abs(l."\(name)") % c."scale") END AS "\(name)"
      """
    }
    return """
      CREATE VIEW "\(ledger)_decimal" AS
      SELECT l."row", l."id", l."number", l."kind", l."issue_date", l."currency",
      \(amounts.joined(separator: ",\n"))
      FROM "\(ledger)" l JOIN "currencies" c ON c."code" = l."currency"
      """
  }
}
