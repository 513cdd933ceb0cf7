internal import Invoicing

extension RowBatch {
  /// Marks the rows that have no text in a column.
  mutating func need(_ columns: ExtractColumn...) {
    for column in columns {
      guard let place = layout.place(of: column) else { continue }
      for row in 0..<count where cell(row, place).isEmpty {
        mark(row, place, .missingValue(.text))
      }
    }
  }

  /// Marks the rows whose ids have a `;` or a line break.
  mutating func checkIDs(_ columns: ExtractColumn...) {
    if !chunk.rows.mayHaveBadIDs { return }
    for column in columns {
      guard let place = layout.place(of: column) else { continue }
      for row in 0..<count {
        let cell = cell(row, place)
        guard let byte = firstForbidden(chunk.buffer.bytes.span.extracting(cell.bounds)) else {
          continue
        }
        let value = text(of: cell)
        mark(
          row, place,
          byte == UInt8(ascii: ";")
            ? .semicolonInID(value: value) : .lineBreakInID(value: value))
      }
    }
  }

  /// Marks the rows whose text is there and no decimal with up to 12 decimals.
  mutating func checkDecimals(_ column: ExtractColumn) {
    check(column, .decimal) { LongDecimal.isOne($0) }
  }

  /// Marks the rows that have no 64 hex digits.
  mutating func checkDigests(_ column: ExtractColumn) {
    check(column, .sha256) { bytes in
      var isDigest = bytes.count == 64
      for i in 0..<bytes.count where !bytes[i].isHexDigit { isDigest = false }
      return isDigest
    }
  }

  private mutating func check(
    _ column: ExtractColumn, _ kind: ValueKind, _ isGood: (Span<UInt8>) -> Bool
  ) {
    guard let place = layout.place(of: column) else { return }
    for row in 0..<count {
      let cell = cell(row, place)
      if cell.isEmpty || isGood(chunk.buffer.bytes.span.extracting(cell.bounds)) { continue }
      mark(row, place, .malformed(kind, value: text(of: cell)))
    }
  }

  /// The texts of a column, absent in bad rows: to be called when all else has been checked.
  func texts(_ column: ExtractColumn, _ table: inout TextTable, _ pages: [UInt32]) -> [Text] {
    guard let place = layout.place(of: column) else {
      return Array(repeating: .absent, count: count)
    }
    return table.intern(
      goodCodes(place), pages, chunk.cells.span, from: place, by: layout.stride,
      of: chunk.buffer.bytes.span)
  }

  /// The texts of a column that in most rows repeats another, whose texts are known.
  func texts(
    _ column: ExtractColumn, like other: ExtractColumn, _ known: [Text],
    _ table: inout TextTable, _ pages: [UInt32]
  ) -> [Text] {
    guard let place = layout.place(of: column), let like = layout.place(of: other) else {
      return texts(column, &table, pages)
    }
    let bytes = chunk.buffer.bytes.span
    let (codes, likes) = (goodCodes(place), goodCodes(like))
    var texts = known
    var rows: [Int] = []
    var cells: [CellRange] = []
    for row in 0..<count {
      if codes[row] == 0 {
        texts[row] = .absent
      } else if codes[row] != likes[row]
        || codes[row] == TextCodes.byBytes
          && !Self.areEqual(cell(row, place), cell(row, like), bytes)
      {
        rows.append(row)
        cells.append(cell(row, place))
      }
    }
    for (row, text) in zip(rows, table.intern(cells, of: bytes)) { texts[row] = text }
    return texts
  }

  /// The codes of a column's texts, absent in bad rows.
  private func goodCodes(_ place: Int) -> [UInt32] {
    var codes = self.codes[place]
    if codes.isEmpty {
      // Where they were not given, all are looked up by their bytes.
      codes = (0..<count).map { cell($0, place).isEmpty ? 0 : TextCodes.byBytes }
    }
    if hasBad {
      for row in 0..<count where isBad[row] { codes[row] = 0 }
    }
    return codes
  }

  @inline(__always)
  private static func areEqual(_ a: CellRange, _ b: CellRange, _ bytes: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for i in 0..<a.count where bytes[Int(a.start) &+ i] != bytes[Int(b.start) &+ i] {
      return false
    }
    return true
  }

  /// The digests of a column in lower case.
  mutating func digests(
    _ column: ExtractColumn, _ table: inout TextTable, _ pages: [UInt32]
  ) -> [Text] {
    guard let place = layout.place(of: column) else { return [] }
    for row in 0..<count where !isBad[row] {
      let digits = cell(row, place).bounds.map { chunk.buffer.bytes[$0] | 0x20 }
      replace(row, place, with: digits)
    }
    return texts(column, &table, pages)
  }

  private func firstForbidden(_ bytes: Span<UInt8>) -> UInt8? {
    for i in 0..<bytes.count {
      switch bytes[i] {
      case UInt8(ascii: ";"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return bytes[i]
      default: continue
      }
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
