internal import GRDB
internal import Invoicing

/// The views that show the rows of a snapshot in plain words.
///
/// No index: a load of millions of rows would take twice as long, and in a small file SQLite
/// makes one for a join by itself.
enum SnapshotViews {
  /// Adds the views of coded tables, amounts as decimals, and links with ids.
  ///
  /// - Parameter stored: the ledgers without the columns that they are stored without.
  static func add(
    _ ledgers: [StoredTable], stored: [StoredTable], links: StoredTable, to db: Database
  ) throws {
    let plain = zip(ledgers, stored).map(plain)
    let isMirrorStored = stored.contains { $0.columns.contains { $0.name == "mirror_of" } }
    let views =
      plain + ["received", "sent", "source"].map(decimals)
      + [
        self.links(links, besideStated: isMirrorStored),
        mirrors(links, besideStated: isMirrorStored),
      ]
    try db.execute(sql: views.joined(separator: ";\n"))
  }

  /// The rows of a table with every column that its file has, in its words.
  private static func plain(_ table: StoredTable, _ stored: StoredTable) -> String {
    let names = Set(stored.columns.map(\.name))
    let absent = table.columns.filter { !names.contains($0.name) }.map {
      ", NULL AS \"\($0.name)\""
    }
    return """
      CREATE VIEW "\(table.name)" AS
      SELECT \(shown(table))
      FROM (SELECT r.*\(absent.joined()) FROM "\(table.storedName)" r) r
      """
  }

  private static func shown(_ table: StoredTable) -> String {
    table.columns.flatMap { $0.cells.shown(as: $0.name) }.joined(separator: ",\n  ")
  }

  /// The links that sent rows state themselves, and those that have rows of their own.
  private static func links(_ table: StoredTable, besideStated: Bool) -> String {
    let stated = """
      SELECT s."row" AS "sent_row", s."mirror_of" AS "received_row", \(statedEvidence),
        (SELECT "id" FROM "received_rows" WHERE "row" = s."mirror_of") AS "value"
      FROM "sent_rows" s
      WHERE \(isStated)
      UNION ALL

      """
    return """
      CREATE VIEW "links" AS
      \(besideStated ? stated : "")SELECT \(shown(table))
      FROM "\(table.storedName)" r
      WHERE r."received_row" IS NOT NULL
      """
  }

  /// Each kind of links is joined by itself: SQLite would put both into a table first.
  ///
  /// What is asked of a sent row is asked before it is known to state its link.
  private static func mirrors(_ table: StoredTable, besideStated: Bool) -> String {
    let stated = """
      SELECT s."mirror_of" AS "received_row", r."id" AS "received_id", s."row" AS "sent_row",
        s."id" AS "sent_id", \(statedEvidence), r."id" AS "value"
      FROM "sent_rows" s CROSS JOIN "received_rows" r
        ON r."row" = CASE WHEN \(isStated) THEN s."mirror_of" END
      UNION ALL

      """
    let rows = table.columns.filter { $0.name.hasSuffix("_row") }.map(\.name)
    let evidence = table.columns.filter { !rows.contains($0.name) }.flatMap {
      $0.cells.shown(as: $0.name)
    }
    return """
      CREATE VIEW "mirrors" AS
      \(besideStated ? stated : "")SELECT r."received_row", i."id" AS "received_id",
        r."sent_row", s."id" AS "sent_id", \(evidence.joined(separator: ", "))
      FROM "\(table.storedName)" r JOIN "sent_rows" s ON s."row" = r."sent_row"
        JOIN "received_rows" i ON i."row" = r."received_row"
      """
  }

  private static let statedEvidence = """
    \(LinkStep.statedMirror.rawValue) AS "step", '\(LinkField.mirrorOf.word)' AS "field"
    """

  private static let isStated = """
    typeof(s."mirror_of") = 'integer' AND s."row" NOT IN (SELECT "sent_row" FROM "links_rows")
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
