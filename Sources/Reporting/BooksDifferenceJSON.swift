package import Auditing
internal import Invoicing

/// What is different between two books, for scripts: all of it, as JSON.
///
/// Keys are sorted; amounts are decimals in strings, as in `findings.csv`.
package enum BooksDifferenceJSON {
  /// The difference, with a line feed at its end.
  package static func text(of difference: BooksDifference) -> String {
    let value = JSONValue.object([
      "after": side(difference.after), "before": side(difference.before),
      "findings": .object([
        "appeared": .array(difference.appeared.map(JSONSummary.finding)),
        "changed": .array(difference.changed.map(changed)),
        "persisting": .integer(difference.persisting),
        "resolved": .array(difference.resolved.map(JSONSummary.finding)),
      ]),
      "tables": .array(difference.tables.map(table)),
      "tie_out": .array(
        difference.tieOut.map { row in
          .object([
            "after": JSONSummary.share(row.after), "before": JSONSummary.share(row.before),
            "changed": .truth(row.isChange),
          ])
        }),
    ])
    return value.text + "\n"
  }

  private static func side(_ header: ExtractHeader) -> JSONValue {
    .object([
      "group": .string(header.group), "taken_at": .string(header.takenAt.description),
    ])
  }

  private static func changed(_ finding: FindingDifference) -> JSONValue {
    .object([
      "after": JSONSummary.finding(finding.after), "before": JSONSummary.finding(finding.before),
    ])
  }

  private static func table(_ table: TableDifference) -> JSONValue {
    .object([
      "added": .array(table.added.map(row)), "changed": .array(table.changed.map(row)),
      "file": .string(table.file.name), "removed": .array(table.removed.map(row)),
      "rows_after": table.rowsAfter.map { .integer($0) } ?? .null,
      "rows_before": table.rowsBefore.map { .integer($0) } ?? .null,
    ])
  }

  private static func row(_ row: RowDifference) -> JSONValue {
    .object([
      "columns": .array(
        row.columns.map { column in
          .object([
            "after": .string(column.after), "before": .string(column.before),
            "column": .string(column.name),
          ])
        }),
      "id": .string(row.id),
      "row_after": row.rowAfter.map { .integer(Int($0)) } ?? .null,
      "row_before": row.rowBefore.map { .integer(Int($0)) } ?? .null,
    ])
  }
}
