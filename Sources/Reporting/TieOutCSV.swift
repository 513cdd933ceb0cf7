internal import Auditing
internal import Invoicing

/// `tie-out.csv`: a row for each currency and supplier.
enum TieOutCSV {
  static let columns = [
    "currency", "supplier", "expected", "mirrored", "difference", "findings", "pending",
    "tolerated", "unexplained", "received_count", "mirrored_count", "pending_count",
  ]

  static func write(_ report: Report, to path: String) throws(ReportError) {
    var csv = try CSVWriter(path: path, columns: columns)
    for row in report.audit.tieOut {
      csv.number(row.currency.code)
      csv.text(row.supplier)
      for amount in row.amounts {
        csv.number(Money.decimal(amount, decimals: row.currency.decimals))
      }
      for count in [row.receivedCount, row.mirroredCount, row.pendingCount] {
        csv.number(String(count))
      }
      try csv.endRow()
    }
    try csv.close()
  }
}

extension TieOutRow {
  /// In the order of the columns.
  fileprivate var amounts: [Int128] {
    [expected, mirrored, difference, findings, pending, tolerated, unexplained]
  }
}
