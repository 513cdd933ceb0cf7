/// A row of which not all has been seen.
struct RowInProgress {
  let start: Int
  /// The place of its first cell among all cells.
  let firstCell: Int
  /// How many fields it may have.
  let fields: Int
  /// How many cells have ended.
  var field = 0
  var cellStart: Int
  /// Where the content of a quoted cell ends; negative where the cell is not quoted.
  var closedEnd = -1
  /// Line breaks inside its quoted cells.
  var breaks = 0

  init(start: Int, firstCell: Int, fields: Int) {
    self.start = start
    self.firstCell = firstCell
    self.fields = fields
    cellStart = start
  }

  /// Ends a cell before a separator; one too many is counted and not kept.
  @inline(__always)
  mutating func endCell(at separator: Int, into cells: inout MutableSpan<CellRange>) {
    let end = closedEnd < 0 ? separator : closedEnd
    if field < fields {
      cells[firstCell &+ field] = CellRange(
        start: UInt32(truncatingIfNeeded: cellStart), end: UInt32(truncatingIfNeeded: end))
    }
    field &+= 1
    cellStart = separator + 1
    closedEnd = -1
  }

  /// Ends cells at commas until a byte comes that may be more, and gives the candidates from it on.
  ///
  /// Where a quoted cell has been closed all are left. A function of its own: with so little to
  /// remember the processor's registers are enough.
  @inline(never)
  mutating func endPlainCells(
    _ bytes: Span<UInt8>, at position: Int, _ candidates: UInt64, upTo end: Int,
    into cells: inout MutableSpan<CellRange>
  ) -> UInt64 {
    guard closedEnd < 0 else { return candidates }
    var left = candidates
    var start = cellStart
    var field = field
    let (first, fields) = (firstCell, fields)
    while left != 0 {
      let at = position &+ left.trailingZeroBitCount
      guard at < end else { break }
      let byte = bytes[at]
      if byte == UInt8(ascii: ",") {
        if field < fields {
          cells[first &+ field] = CellRange(
            start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: at))
        }
        field &+= 1
        start = at &+ 1
      } else if byte < UInt8(ascii: " ") || byte == UInt8(ascii: "\"") {
        break
      }
      left &= left &- 1
    }
    self.field = field
    cellStart = start
    return left
  }
}

/// The content of a quoted cell.
struct QuotedCell {
  /// The place of the closing quote.
  private(set) var end: Int
  private(set) var isEscaped = false
  private(set) var breaks = 0
  private(set) var hasHighBytes = false
  /// The place of the first NUL.
  private(set) var nul: Int?

  /// Reads to the closing quote; nil where there is none.
  init?(_ bytes: Span<UInt8>, in range: Range<Int>) {
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\"") {
        guard i + 1 < range.upperBound, bytes[i + 1] == UInt8(ascii: "\"") else {
          end = i
          return
        }
        isEscaped = true
        i += 1
      } else if byte == UInt8(ascii: "\n") {
        breaks += 1
      } else if byte == 0 {
        nul = nul ?? i
      } else if byte >= 0x80 {
        hasHighBytes = true
      }
      i += 1
    }
    return nil
  }
}
