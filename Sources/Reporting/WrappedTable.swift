/// A table of short labels, a text that is wrapped beside them, and where it stands.
///
/// A no-break space (U+00A0) in the text is no place to break it, and is written as a space.
struct WrappedTable {
  struct Row {
    var labels: [String]
    var text: String
    var place = ""
  }

  /// With less room for the text, the place goes below it, then the text below the labels.
  private static let leastText = 30

  let rows: [Row]

  /// The lines of each row.
  func lines(indent: Int, width: Int) -> [[String]] {
    let widths = (0..<(rows.first?.labels.count ?? 0)).map { column in
      rows.reduce(0) { max($0, $1.labels[column].count) }
    }
    let margin = widths.reduce(indent) { $0 + $1 + 2 }
    let placeWidth = rows.reduce(0) { max($0, $1.place.count) }
    let besides = width - margin - (placeWidth > 0 ? placeWidth + 2 : 0)
    let isWide = besides >= Self.leastText
    return rows.map { row in
      var label = String(repeating: " ", count: indent)
      for (cell, width) in zip(row.labels, widths) { label += cell.leftAligned(in: width) + "  " }
      if isWide {
        return join(label, row.text.wrapped(to: besides), row.place, margin, margin + besides)
      }
      let text = row.place.isEmpty ? row.text : "\(row.text) (\(row.place))"
      if width - margin >= Self.leastText {
        return join(label, text.wrapped(to: width - margin), "", margin, width)
      }
      let below = text.wrapped(to: width - indent - 2)
      return [label.trimmed]
        + join(
          String(repeating: " ", count: indent + 2), below, "", indent + 2, width)
    }
  }

  private func join(
    _ label: String, _ text: [String], _ place: String, _ margin: Int, _ end: Int
  ) -> [String] {
    (text.isEmpty ? [""] : text).enumerated().map { index, text in
      let line = text.replacing("\u{A0}", with: " ")
      let start = index == 0 ? label : String(repeating: " ", count: margin)
      guard index == 0, !place.isEmpty else { return (start + line).trimmed }
      return (start + line).leftAligned(in: end) + "  " + place
    }
  }
}

extension String {
  /// Without spaces at its end.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
