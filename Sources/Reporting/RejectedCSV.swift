internal import Auditing
internal import Invoicing

/// `rejected.csv`: the rows that `--quarantine` set aside.
enum RejectedCSV {
  static let columns = ["file", "line", "column", "reason", "raw"]

  static func write(_ report: Report, to path: String) throws(ReportError) {
    var csv = try CSVWriter(path: path, columns: columns)
    for row in report.audit.books.rejected {
      csv.number(row.file.name)
      csv.number(String(row.line))
      csv.text(row.column)
      csv.text(row.reason)
      csv.text(row.raw)
      try csv.endRow()
    }
    try csv.close()
  }
}
