internal import Auditing
internal import Invoicing

/// `findings.csv`: a row a finding, column by column as `findings.md` has it.
enum FindingsCSV {
  static let columns = [
    "fingerprint", "rule", "severity", "state", "received_id", "supplier", "number", "mirror_id",
    "sent_ids", "customer", "currency", "gross", "effect", "age_days", "cause", "repair",
  ]

  /// The rows of some findings.
  static func rows(_ told: ToldFindings) -> CSVRows {
    var rows = CSVRows()
    rows.reserve(told.rows.count * 512)
    var sentIDs: [UInt8] = []
    for row in told.rows {
      sentIDs.removeAll(keepingCapacity: true)
      told.join(row.sent, to: &sentIDs)
      add(row, told, sentIDs: sentIDs.span, to: &rows)
    }
    return rows
  }

  private static func add(
    _ row: ToldFindings.Row, _ told: borrowing ToldFindings, sentIDs: Span<UInt8>,
    to rows: inout CSVRows
  ) {
    let figures = row.figures
    rows.text(told.texts[row.fingerprint])
    rows.text(told.rules[figures.rule].utf8.span)
    rows.word(figures.severity.word)
    rows.word(figures.state.word)
    rows.text(told.texts[row.receivedID])
    rows.text(told.texts[row.supplier])
    rows.text(told.texts[row.number])
    rows.text(told.texts[row.mirrorID])
    rows.text(sentIDs)
    rows.text(told.texts[row.customer])
    rows.number(told.texts[row.currency])
    rows.number(told.texts[row.gross])
    rows.number(told.texts[row.effect])
    rows.number(told.texts[row.age])
    rows.text(told.causes[row.cause])
    rows.word(figures.repair.word)
    rows.endRow()
  }
}
