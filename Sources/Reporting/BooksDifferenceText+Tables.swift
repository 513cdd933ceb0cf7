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
    return [style.heading("\(table.file.name): \(title)")]
      + first(table.added) { lines($0, "+", table.file) }
      + first(table.removed) { lines($0, "-", table.file) }
      + first(table.changed) { lines($0, "~", table.file) }
  }

  private func lines(_ rows: [RowDifference], _ sign: String, _ file: ExtractFile) -> [String] {
    let table = WrappedTable(
      rows: rows.map { row in
        .init(
          labels: [sign, row.id.printable], text: words(row, file).printable, place: place(row))
      })
    return Array(table.lines(indent: 2, width: style.width).joined())
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
        value($0.after.isEmpty ? $0.before : $0.after, name)
      }
    }.joined(separator: ", ")
  }

  private func value(_ text: String, _ column: String) -> String {
    switch column {
    case "net", "vat", "rounding", "gross": HumanNumber.grouped(text)
    default: text.isEmpty ? "nothing" : text
    }
  }

  /// The columns that tell what a row is about.
  private static func telling(_ file: ExtractFile) -> [String] {
    switch file {
    case .received: ["supplier", "number", "issue_date", "gross", "currency", "status"]
    case .sent: ["customer", "number", "issue_date", "gross", "currency", "status"]
    case .processed: ["processed", "processed_at", "mirror_id"]
    case .source: ["supplier", "number", "customer", "gross", "currency", "status"]
    case .lines: ["ledger", "line", "kind", "description", "net"]
    case .attachments: ["ledger", "name", "sha256"]
    case .attempts: ["attempted_at", "idempotency_key", "outcome", "sent_id"]
    }
  }
}
