internal import Invoicing

/// A column of ids that is being read, of which most are stored as the row of the invoice that has
/// the id.
struct ReferenceColumn {
  private var texts: [Text] = []
  /// 0: the text is there already.
  private var rows: [UInt32] = []

  mutating func append(_ text: Text) {
    texts.append(text)
    rows.append(0)
  }

  mutating func append(row: UInt32) {
    texts.append(.absent)
    rows.append(row)
  }

  /// The ids, once the ledger is there that has them; nil where it lacks one of its rows.
  consuming func finish(_ invoices: InvoiceColumns) -> [Text]? {
    finish { _ in invoices }
  }

  /// The ids, each of the ledger that its row's invoice stands in.
  consuming func finish(_ ledger: (Int) -> InvoiceColumns) -> [Text]? {
    for place in rows.indices where rows[place] != 0 {
      let invoices = ledger(place)
      guard let found = Self.place(of: rows[place], in: invoices.row) else { return nil }
      texts[place] = invoices.id[found]
    }
    return texts
  }

  /// Where a row number stands in an ascending column.
  static func place(of row: UInt32, in rows: [UInt32]) -> Int? {
    // Most often no row was set aside, and row n stands at n - 1.
    let guess = Int(row) - 1
    if rows.indices.contains(guess), rows[guess] == row { return guess }
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row ? low : nil
  }
}
