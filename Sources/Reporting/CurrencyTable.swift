internal import Invoicing

/// A table with a column for each currency; of many currencies, several tables, one below another.
struct CurrencyTable {
  struct Row {
    let labels: [String]
    /// As many as there are currencies.
    let amounts: [String]
  }

  let labels: [TableLayout.Column]
  let currencies: [Currency]
  let rows: [Row]

  func lines(indent: Int, width: Int) -> [String] {
    let tables = parts(in: width - indent).map { part in
      TableLayout(
        columns: labels + currencies[part].map { .init(title: $0.code, side: .right) },
        rows: rows.map { $0.labels + $0.amounts[part] }
      ).lines(indent: indent, width: width)
    }
    return Array(tables.joined(separator: [""]))
  }

  /// As many currencies in a part as the width holds, one at least.
  private func parts(in width: Int) -> [Range<Int>] {
    let labelWidth = labels.indices.reduce(-2) { sum, index in
      sum + 2 + rows.reduce(labels[index].title.count) { max($0, $1.labels[index].count) }
    }
    var parts: [Range<Int>] = []
    var start = 0
    var used = labelWidth
    for index in currencies.indices {
      let needed = 2 + rows.reduce(3) { max($0, $1.amounts[index].count) }
      if index > start, used + needed > width {
        parts.append(start..<index)
        start = index
        used = labelWidth
      }
      used += needed
    }
    return parts + [start..<currencies.count]
  }
}
