internal import Auditing
internal import Invoicing

extension Array where Element == TieOutRow {
  /// One row for each currency, by code; the supplier is empty.
  var sums: [TieOutRow] {
    var sums: [Currency: TieOutRow] = [:]
    for row in self {
      sums[row.currency, default: TieOutRow(currency: row.currency, supplier: "")].add(row)
    }
    return sums.values.sorted { $0.currency < $1.currency }
  }
}
