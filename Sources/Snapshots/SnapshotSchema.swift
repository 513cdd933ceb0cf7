internal import Invoicing

/// What every snapshot file has beside its rows.
package enum SnapshotSchema {
  /// Grows with every change of the tables or of the digests' encoding.
  package static let version: Int32 = 4

  /// `MirS` as four bytes: tells a snapshot from any other SQLite file.
  static let applicationID: Int32 = 0x4d69_7253

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

  private static let meanings: KeyValuePairs = [
    "snapshot": "one row: what this file is; companies_listed 0: every supplier is one",
    "…_rows":
      "the rows as they are stored, in few bytes; the view of the same name without _rows shows "
      + "them in plain words",
    "row": "the number of the data row in its file of the extract; the first is 1",
    "place": "the order of rows that come from no file",
    "net, vat, rounding, gross":
      "in minor units of the currency (öre); the views …_decimal show them as decimals",
    "lines.net":
      "in minor units of currency; in ten-thousandths where the invoice, and so the currency, "
      + "is not there",
    "lines.vat_rate": "in ten-thousandths of a percent: 25 % is 250000",
    "processed.processed": "1: true, 0: false",
    "…_rows, ids of other tables":
      "a number is the row of the invoice that has the id, in the table that the column speaks of; "
      + "a text is the id of one that is not there",
    "…_rows, dates and moments": "days, and seconds, since 1970-01-01; a text has a fraction",
    "…_rows.head":
      "bit 0: credit note; bits 1 to 3: the status; 4 to 11: the currency's place, less one; "
      + "12 to 33: the issue date, in days since 0001-01-01; 34 to 43: the days from there to the "
      + "due date, plus one, or the supplier's place; 44 to 62: the place of the supplier or "
      + "customer; 0: absent; all bits set: see the column of that name",
    "…_rows.gross": "NULL where it is net, VAT and rounding",
    "…_rows, columns that are not there": "no row has a value that needs them",
    "links": "which sent invoice mirrors which received one, by step and field of evidence",
    "links_rows":
      "the links that do not follow from sent_rows: a row there whose mirror_of is a number is "
      + "linked to that row of received; received_row NULL: it is not",
    "mirrors": "links with the ids of both invoices",
    "vanished": "invoices of earlier snapshots that the economy system has forgotten",
    "rejected": "rows that --quarantine set aside",
    "identity": "SHA-256 of the content, of vanished and of the identity of the snapshot before",
    "content_digest": "SHA-256 of what the extract says",
    "NULL": "absent",
  ]
}
