internal import Auditing
internal import Invoicing

/// `findings.csv`: a row a finding, column by column as `findings.md` has it.
enum FindingsCSV {
  static let columns = [
    "fingerprint", "rule", "severity", "state", "received_id", "supplier", "number", "mirror_id",
    "sent_ids", "customer", "currency", "gross", "effect", "age_days", "cause", "repair",
  ]

  static func write(_ report: Report, to path: String) throws(ReportError) {
    var csv = try CSVWriter(path: path, columns: columns)
    // By place: to take a finding out would be to count a reference to each of its texts.
    for place in report.audit.findings.indices {
      try write(report.audit.findings[place].record, to: &csv)
    }
    try csv.close()
  }

  private static func write(
    _ record: FindingRecord, to csv: inout CSVWriter
  ) throws(ReportError) {
    let decimals = record.currency.decimals
    csv.text(record.fingerprint)
    csv.text(record.rule)
    csv.number(record.severity.name)
    csv.number(record.state.name)
    csv.text(record.receivedID)
    csv.text(record.supplier)
    csv.text(record.number)
    csv.text(record.mirrorID)
    csv.text(record.sentIDs.joined(separator: ";"))
    csv.text(record.customer)
    csv.number(record.currency.code)
    csv.number(Money.decimal(Int128(record.gross), decimals: decimals))
    csv.number(Money.decimal(record.effect, decimals: decimals))
    csv.number(String(record.ageDays))
    csv.text(record.cause)
    csv.number(record.repair.name)
    try csv.endRow()
  }
}
