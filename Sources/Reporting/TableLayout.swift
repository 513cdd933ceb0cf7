/// A table of text, its columns as wide as what stands in them.
struct TableLayout {
  struct Column {
    enum Side { case left, right }

    let title: String
    let side: Side
    /// To how few characters the column may be cut where the table is too wide; nil: never.
    var least: Int?
    /// Whether all others are cut before.
    var isLastToCut = false
  }

  let columns: [Column]
  var rows: [[String]] = []

  /// Two spaces between columns, none at the ends of lines.
  ///
  /// The first line has the titles.
  func lines(indent: Int, width: Int) -> [String] {
    let widths = fittingWidths(in: width - indent)
    return ([columns.map(\.title)] + rows).map { row in
      var line = String(repeating: " ", count: indent)
      for (index, cell) in row.enumerated() {
        let text = cell.shortened(to: widths[index])
        if index > 0 { line += "  " }
        line +=
          columns[index].side == .left
          ? text.leftAligned(in: widths[index]) : text.rightAligned(in: widths[index])
      }
      return line.withoutTrailingSpaces
    }
  }

  /// Cuts the widest column that may be cut, until the table fits or none may be cut any more.
  private func fittingWidths(in width: Int) -> [Int] {
    var widths = columns.indices.map { index in
      let widest = rows.reduce(columns[index].title.count) { max($0, $1[index].count) }
      return columns[index].least == nil ? widest : min(widest, width)
    }
    var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - width
    while excess > 0, let widest = widestToCut(widths) {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func widestToCut(_ widths: [Int]) -> Int? {
    let cuttable = columns.indices.filter { index in
      columns[index].least.map { widths[index] > $0 } ?? false
    }
    let first = cuttable.filter { !columns[$0].isLastToCut }
    return (first.isEmpty ? cuttable : first).max { widths[$0] < widths[$1] }
  }
}

extension String {
  fileprivate var withoutTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
