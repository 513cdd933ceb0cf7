internal import Invoicing

/// Cuts bytes into rows and cells, as RFC 4180 says.
///
/// A row that is broken ends with the line that its fault is on. No cell is copied.
struct CSVScanner {
  /// How many fields a row must have; nil: any number.
  private let width: Int?
  /// How many cells lie between the first of a row and the first of the next.
  private let stride: Int
  /// The line of the row that comes next; the header's is 1.
  private(set) var line: Int
  /// The data rows so far, broken ones included.
  private(set) var rowCount: UInt32 = 0
  /// How many fields the last row had.
  private(set) var lastFieldCount = 0
  /// Blank lines, which are rows only if another row follows.
  private var blanks: [RowPlace] = []

  init(width: Int?, stride: Int, line: Int) {
    self.width = width
    self.stride = stride
    self.line = line
  }

  /// Scans rows until the cells are full or the bytes end, and says where the next row begins.
  ///
  /// `SeparatorMask.width` more bytes, of any value, must follow the range. A row that its end
  /// cuts is left for the next time, unless it is the last.
  mutating func scan(
    _ bytes: Span<UInt8>, in range: Range<Int>, isLast: Bool,
    into cells: inout [CellRange], _ rows: inout ScannedRows
  ) -> Int {
    let end = range.upperBound
    var cells = cells.mutableSpan
    var row = RowInProgress(start: range.lowerBound, firstCell: 0, fields: width ?? stride)
    var position = range.lowerBound
    // What was found in a row that is cut is found again.
    defer { rows.dropEscapedCells(from: row.firstCell) }
    blocks: while position < end {
      let mask = SeparatorMask(bytes, at: position)
      rows.note(mask)
      var candidates = mask.candidates
      while candidates != 0 {
        candidates = row.endPlainCells(bytes, at: position, candidates, upTo: end, into: &cells)
        if candidates == 0 { break }
        let at = position + candidates.trailingZeroBitCount
        candidates &= candidates &- 1
        if at >= end { break blocks }
        switch bytes[at] {
        case UInt8(ascii: ","): row.endCell(at: at, into: &cells)
        case UInt8(ascii: "\n"):
          endRow(&row, at: bytes.lineEnd(before: at, from: row.start), next: at + 1, &cells, &rows)
          if rows.places.count == cells.count / stride { return row.start }
        case UInt8(ascii: "\""), UInt8(ascii: "\r"), 0:
          guard let next = interrupt(&row, at, bytes, upTo: end, isLast, &rows) else {
            return row.start
          }
          if next == at { continue }
          position = next
          continue blocks
        default: continue
        }
      }
      position += SeparatorMask.width
    }
    if isLast, row.start < end { endRow(&row, at: end, next: end, &cells, &rows) }
    return row.start
  }

  private mutating func endRow(
    _ row: inout RowInProgress, at end: Int, next: Int,
    _ cells: inout MutableSpan<CellRange>, _ rows: inout ScannedRows
  ) {
    row.endCell(at: end, into: &cells)
    let fields = row.field
    lastFieldCount = fields
    let isBlank = end == row.start
    if !isBlank, !blanks.isEmpty { breakBlanks(&rows) }
    if isBlank, let width, width > 1 {
      // Bytes it has none, and what is told of it may be told from another buffer.
      blanks.append(RowPlace(bytes: 0..<0, line: line, ordinal: 0))
    } else if fields == width || width == nil {
      rowCount += 1
      rows.places.append(RowPlace(bytes: row.start..<end, line: line, ordinal: rowCount))
    } else {
      add(.fieldCount(fields, expected: width ?? 0), to: row, end: end, field: nil, nil, &rows)
    }
    line += 1 + row.breaks
    row = RowInProgress(start: next, firstCell: rows.places.count * stride, fields: row.fields)
  }

  private mutating func breakBlanks(_ rows: inout ScannedRows) {
    for var place in blanks {
      rowCount += 1
      place.ordinal = rowCount
      rows.broken.append(BrokenRow(place: place, fault: .blankLine))
    }
    blanks.removeAll()
  }

  /// Sets a row aside; where its cells began the next row's begin.
  private mutating func add(
    _ fault: CellFault, to row: RowInProgress, end: Int, field: Int?, _ position: Int?,
    _ rows: inout ScannedRows
  ) {
    rows.dropEscapedCells(from: row.firstCell)
    rowCount += 1
    let place = RowPlace(bytes: row.start..<end, line: line, ordinal: rowCount)
    rows.broken.append(
      BrokenRow(place: place, field: field, fault: fault, position: position))
  }
}

extension CSVScanner {
  /// Says where scanning goes on, for a byte that is more than a separator; nil: with more bytes,
  /// from the row's start.
  private mutating func interrupt(
    _ row: inout RowInProgress, _ at: Int, _ bytes: Span<UInt8>, upTo end: Int, _ isLast: Bool,
    _ rows: inout ScannedRows
  ) -> Int? {
    var fault = CellFault.nul
    if bytes[at] == UInt8(ascii: "\"") {
      if at == row.cellStart, row.closedEnd < 0 {
        return openQuote(&row, at, bytes, upTo: end, isLast, &rows)
      }
      fault = .bareQuote
    } else if bytes[at] == UInt8(ascii: "\r") {
      guard at + 1 < end || isLast else { return nil }
      if at + 1 < end, bytes[at + 1] == UInt8(ascii: "\n") { return at }
      fault = .bareCarriageReturn
    }
    return breakRow(&row, fault, at, bytes, from: at, upTo: end, isLast, &rows)
  }

  private mutating func openQuote(
    _ row: inout RowInProgress, _ quote: Int, _ bytes: Span<UInt8>, upTo end: Int,
    _ isLast: Bool, _ rows: inout ScannedRows
  ) -> Int? {
    guard let cell = QuotedCell(bytes, in: quote + 1..<end) else {
      guard isLast else { return nil }
      row.breaks += bytes.count(of: UInt8(ascii: "\n"), in: quote..<end)
      return breakRow(&row, .unclosedQuote, quote, bytes, from: end, upTo: end, true, &rows)
    }
    if cell.hasHighBytes { rows.hasHighBytes = true }
    // It reaches beyond the bytes whose mask was looked at.
    rows.mayHaveBadIDs = true
    let after = cell.end + 1
    guard after + 1 < end || isLast else { return nil }
    let isFollowed = after == end || bytes.isSeparator(after, upTo: end)
    if isFollowed, cell.nul == nil {
      if cell.isEscaped { rows.escapedCells.append(row.firstCell + row.field) }
      row.breaks += cell.breaks
      row.cellStart = quote + 1
      row.closedEnd = cell.end
      return after
    }
    var broken = row
    broken.breaks += cell.breaks
    let next = breakRow(
      &broken, cell.nul == nil ? .textAfterQuote : .nul, cell.nul ?? after, bytes, from: after,
      upTo: end, isLast, &rows)
    if next != nil { row = broken }
    return next
  }

  /// Ends a row with the line that its fault is on; nil where the end of that is not there yet.
  private mutating func breakRow(
    _ row: inout RowInProgress, _ fault: CellFault, _ position: Int, _ bytes: Span<UInt8>,
    from start: Int, upTo end: Int, _ isLast: Bool, _ rows: inout ScannedRows
  ) -> Int? {
    var lineEnd = start
    while lineEnd < end, bytes[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
    guard lineEnd < end || isLast else { return nil }
    let next = min(lineEnd + 1, end)
    if lineEnd < end, lineEnd > start, bytes[lineEnd - 1] == UInt8(ascii: "\r") { lineEnd -= 1 }
    if !blanks.isEmpty { breakBlanks(&rows) }
    add(fault, to: row, end: lineEnd, field: row.field, position, &rows)
    line += 1 + row.breaks
    row = RowInProgress(start: next, firstCell: rows.places.count * stride, fields: row.fields)
    return next
  }
}

extension Span where Element == UInt8 {
  /// Whether a comma or the end of a line stands here.
  fileprivate func isSeparator(_ i: Int, upTo end: Int) -> Bool {
    self[i] == UInt8(ascii: ",") || self[i] == UInt8(ascii: "\n")
      || self[i] == UInt8(ascii: "\r") && i + 1 < end && self[i + 1] == UInt8(ascii: "\n")
  }

  /// The end of the text of a line whose line feed is here.
  @inline(__always)
  fileprivate func lineEnd(before lineFeed: Int, from start: Int) -> Int {
    lineFeed > start && self[lineFeed - 1] == UInt8(ascii: "\r") ? lineFeed - 1 : lineFeed
  }

  fileprivate func count(of byte: UInt8, in range: Range<Int>) -> Int {
    var count = 0
    for i in range where self[i] == byte { count += 1 }
    return count
  }
}
