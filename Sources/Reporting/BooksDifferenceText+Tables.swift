internal import Auditing
internal import Invoicing

extension BooksDifferenceText {
  /// One file of the extract: what was added, removed and changed.
  func table(_ table: TableDifference) -> [String] {
    if table.isEmpty { return [] }
    let rows = [table.rowsBefore, table.rowsAfter].map { count in
      count.map { HumanNumber.count($0, "row") } ?? "no file"
    }
    let counts = [
      (table.added.count, "added"), (table.removed.count, "removed"),
      (table.changed.count, "changed"),
    ].filter { $0.0 > 0 }.map { "\(HumanNumber.count($0)) \($1)" }
    let title = ([rows[0] + " → " + rows[1]] + counts).joined(separator: ", ")
    let lists = [("+", table.added), ("-", table.removed), ("~", table.changed)]
    let shown = lists.flatMap { sign, rows in
      rows.prefix(Self.most).map { row in
        WrappedTable.Row(
          labels: [sign, row.id.printable], text: words(row, table.file).printable,
          place: place(row))
      }
    }
    let hidden = lists.reduce(0) { $0 + max($1.1.count - Self.most, 0) }
    return "\(table.file.name): \(title)".wrapped(to: style.width).map(style.heading)
      + WrappedTable(rows: shown).lines(indent: 2, width: style.width).joined()
      + (hidden == 0 ? [] : more(hidden))
  }

  private func place(_ row: RowDifference) -> String {
    switch (row.rowBefore, row.rowAfter) {
    case (let before?, let after?) where before != after:
      "row \(HumanNumber.count(Int(before))) → \(HumanNumber.count(Int(after)))"
    case (let row?, _), (nil, let row?): "row \(HumanNumber.count(Int(row)))"
    case (nil, nil): ""
    }
  }

  private func words(_ row: RowDifference, _ file: ExtractFile) -> String {
    if row.rowBefore != nil, row.rowAfter != nil {
      return row.columns.map { column in
        "\(column.name) \(value(column.before, column.name)) → \(value(column.after, column.name))"
      }.joined(separator: "; ")
    }
    return Self.telling(file).compactMap { name in
      row.columns.first { $0.name == name }.map {
        let currency = name == "gross" ? currency(of: row) : ""
        return value($0.after.isEmpty ? $0.before : $0.after, name) + currency
      }
    }.joined(separator: ", ")
  }

  /// As it stands behind an amount.
  private func currency(of row: RowDifference) -> String {
    let column = row.columns.first { $0.name == "currency" }
    return column.map { "\u{A0}" + ($0.after.isEmpty ? $0.before : $0.after) } ?? ""
  }

  private func value(_ text: String, _ column: String) -> String {
    switch column {
    case "net", "vat", "rounding", "gross": HumanNumber.unbroken(HumanNumber.grouped(text))
    default: text.isEmpty ? "nothing" : text
    }
  }

  /// The columns that tell what a row is about.
  private static func telling(_ file: ExtractFile) -> [String] {
    switch file {
    case .received: ["supplier", "number", "issue_date", "gross", "status"]
    case .sent: ["customer", "number", "issue_date", "gross", "status"]
    case .processed: ["processed", "processed_at", "mirror_id"]
    case .source: ["supplier", "number", "customer", "gross", "status"]
    case .lines: ["ledger", "line", "kind", "description", "net"]
    case .attachments: ["ledger", "name", "sha256"]
    case .attempts: ["attempted_at", "idempotency_key", "outcome", "sent_id"]
    }
  }
}
