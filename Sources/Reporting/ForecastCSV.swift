internal import Auditing
internal import Invoicing

/// `forecast.csv`: two rows for each case that is to be mirrored, the old key first.
enum ForecastCSV {
  static let columns = ["received_id", "key", "outcome", "sent_id", "until"]

  static func write(_ rows: [ForecastRow], to path: String) throws(ReportError) {
    var csv = try CSVWriter(path: path, columns: columns)
    for row in rows {
      csv.text(row.receivedID)
      csv.text(row.key)
      csv.number(row.outcome.name)
      csv.text(row.sentID)
      csv.number(until(row.burnt))
      try csv.endRow()
    }
    try csv.close()
  }

  /// Empty where the key is not burnt, `forever` where it is and ever will be.
  private static func until(_ burnt: ForecastRow.Burnt) -> String {
    switch burnt {
    case .no: ""
    case .until(let moment): moment.description
    case .forever: "forever"
    }
  }
}
