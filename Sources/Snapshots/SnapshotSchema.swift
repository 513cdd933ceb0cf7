internal import GRDB
internal import Invoicing

/// What every snapshot file has beside its rows.
package enum SnapshotSchema {
  /// Grows with every change of the tables or of the digests' encoding.
  package static let version: Int32 = 1

  /// `MirS` as four bytes: tells a snapshot from any other SQLite file.
  static let applicationID: Int32 = 0x4d69_7253

  /// Views that show amounts as decimals, and links with ids.
  ///
  /// No index: a load of millions of rows would take twice as long, and in a small file SQLite
  /// makes one for a join by itself.
  static func addViews(to db: Database) throws {
    let views = ["received", "sent", "source"].map(decimals) + [mirrors]
    try db.execute(sql: views.joined(separator: ";\n"))
  }

  /// What the tables mean.
  static func about() -> StoredTable {
    var texts = TextTable()
    let names = meanings.map { texts.intern($0.key) }
    let words = meanings.map { texts.intern($0.value) }
    return StoredTable(
      "about", count: meanings.count, texts: texts,
      [
        "place": StoredTable.places(meanings.count), "name": .texts(names),
        "meaning": .texts(words),
      ])
  }

  private static let mirrors = """
    CREATE VIEW "mirrors" AS
    SELECT l."received_row", r."id" AS "received_id", l."sent_row", s."id" AS "sent_id",
      l."step", l."field", l."value"
    FROM "links" l JOIN "sent" s ON s."row" = l."sent_row"
      JOIN "received" r ON r."row" = l."received_row"
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

  private static let meanings: KeyValuePairs = [
    "snapshot": "one row: what this file is; companies_listed 0: every supplier is one",
    "row": "the number of the data row in its file of the extract; the first is 1",
    "place": "the order of rows that come from no file",
    "net, vat, rounding, gross":
      "in minor units of the currency (öre); the views …_decimal show them as decimals",
    "lines.net":
      "in minor units of currency; in ten-thousandths where the invoice, and so the currency, "
      + "is not there",
    "lines.vat_rate": "in ten-thousandths of a percent: 25 % is 250000",
    "processed.processed": "1: true, 0: false",
    "links": "which sent invoice mirrors which received one, by step and field of evidence",
    "mirrors": "links with the ids of both invoices",
    "vanished": "invoices of earlier snapshots that the economy system has forgotten",
    "rejected": "rows that --quarantine set aside",
    "identity": "SHA-256 of the content, of vanished and of the identity of the snapshot before",
    "content_digest": "SHA-256 of what the extract says",
    "NULL": "absent",
  ]
}
