/// What is wrong with a row of a buffer.
struct RowFault {
  let place: RowPlace
  /// The row's place in its batch; nil where it has no cells.
  let row: Int?
  /// The cell at fault, counted from 0; nil: the row as a whole.
  let field: Int?
  let fault: CellFault
  /// The byte at fault; nil: the cell.
  let position: Int?
}

extension RowFault {
  init(_ row: BrokenRow) {
    self.init(
      place: row.place, row: nil, field: row.field, fault: row.fault, position: row.position)
  }

  /// The fault as an error shows it; `document`: the path of what the value was read from.
  func badCell(
    _ layout: TableLayout, _ bytes: Span<UInt8>, document: String? = nil
  ) -> BadCell {
    BadCell(
      file: layout.file, line: place.line,
      column: fault.column ?? field.map { layout.name(of: $0) } ?? "", fault: fault,
      document: document,
      excerpt: RowExcerpt(
        bytes, row: place.bytes, marked: document == nil ? marked(layout, bytes) : nil))
  }

  private func marked(_ layout: TableLayout, _ bytes: Span<UInt8>) -> Range<Int>? {
    if let position { return position..<min(position + 1, place.bytes.upperBound) }
    guard let field, field < layout.width else { return nil }
    return FieldFinder.range(of: field, in: place.bytes, of: bytes)
  }
}
