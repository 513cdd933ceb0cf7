internal import Invoicing

/// Some rows of a file, as many as fit, and what is wrong with them.
///
/// They are read column by column: each column in one loop over the rows, each fault set down
/// beside its row, and in the end what is good appended to the columns of the books.
struct RowBatch {
  let layout: TableLayout
  private(set) var buffer: RowBuffer
  private(set) var rows = ScannedRows()
  private var cells: [CellRange]
  private(set) var isBad: [Bool] = []
  private(set) var hasBad = false
  private var faults: [RowFault] = []
  /// The cells that were set to a document's value.
  private(set) var filledCells: Set<FilledCell> = []
  private var settledRows: Set<Int> = []
  private var scanner: CSVScanner

  private static let rowLimit = 1024

  init(_ layout: TableLayout, _ buffer: RowBuffer, line: Int) {
    self.layout = layout
    self.buffer = buffer
    let rows = min(Self.rowLimit, buffer.capacity / layout.width + 1)
    cells = Array(repeating: .empty, count: rows * layout.stride)
    scanner = CSVScanner(width: layout.width, stride: layout.stride, line: line)
  }

  var count: Int { rows.places.count }

  /// Data rows so far, those with faults included.
  var rowCount: Int { Int(scanner.rowCount) }

  /// How many rows a file will have, if they are all about as long as these.
  func estimatedRows(in file: borrowing FileBytes) -> Int {
    let scanned = max(file.bytesRead - buffer.pending.count, 1)
    return Int(Double(file.size) / Double(scanned) * Double(rowCount) * 1.02) + 1
  }

  /// Reads the next rows; false when there are none.
  mutating func next(from file: inout FileBytes) throws(FileFault) -> Bool {
    rows.removeAll()
    faults.removeAll(keepingCapacity: true)
    filledCells.removeAll()
    settledRows.removeAll()
    while !scan() {
      if buffer.isAtEnd { return false }
      if buffer.pending.count > RowBuffer.longestRow {
        refuseLongRow()
        return true
      }
      try buffer.refill(from: &file)
    }
    isBad = Array(repeating: false, count: count)
    hasBad = false
    for row in rows.broken { faults.append(RowFault(row)) }
    if rows.hasHighBytes { checkEncoding() }
    if layout.stride > layout.width { emptyUnwrittenCells() }
    for cell in rows.escapedCells { cells[cell] = buffer.unescape(cells[cell]) }
    return true
  }

  /// Scans what the buffer has; false where that is not a whole row.
  private mutating func scan() -> Bool {
    let start = Self.scan(&scanner, buffer, &cells, &rows)
    buffer.pending = start..<buffer.pending.upperBound
    return count > 0 || !rows.broken.isEmpty
  }

  private static func scan(
    _ scanner: inout CSVScanner, _ buffer: RowBuffer, _ cells: inout [CellRange],
    _ rows: inout ScannedRows
  ) -> Int {
    scanner.scan(
      buffer.bytes.span, in: buffer.pending, isLast: buffer.isAtEnd, into: &cells, &rows)
  }

  private mutating func refuseLongRow() {
    let row = RowPlace(bytes: buffer.pending, line: scanner.line, ordinal: scanner.rowCount + 1)
    faults.append(RowFault(BrokenRow(place: row, fault: .rowTooLong(limit: RowBuffer.longestRow))))
    buffer.abandon()
  }

  /// Where the cell of a row stands in the buffer.
  @inline(__always)
  func cell(_ row: Int, _ place: Int) -> CellRange { cells[row &* layout.stride &+ place] }

  /// Sets a cell to another text than the file's.
  mutating func replace(_ row: Int, _ place: Int, with text: [UInt8]) {
    cells[row * layout.stride + place] = buffer.add(text)
  }

  /// Sets an empty cell to what the row's document says.
  mutating func fill(_ row: Int, _ place: Int, with text: [UInt8]) {
    replace(row, place, with: text)
    filledCells.insert(FilledCell(row: row, place: place))
  }

  /// Sets the cells empty that have no column in the file.
  private mutating func emptyUnwrittenCells() {
    for row in 0..<count {
      for place in layout.width..<layout.stride {
        cells[row * layout.stride + place] = .empty
      }
    }
  }

  /// Sets down what is wrong with a row; of one that is settled nothing more is said.
  mutating func mark(_ row: Int, _ place: Int?, _ fault: CellFault, at position: Int? = nil) {
    if settledRows.contains(row) { return }
    isBad[row] = true
    hasBad = true
    faults.append(
      RowFault(place: rows.places[row], row: row, field: place, fault: fault, position: position))
  }

  /// Sets down a fault from which others would follow.
  mutating func settle(_ row: Int, _ place: Int, _ fault: CellFault, at position: Int? = nil) {
    mark(row, place, fault, at: position)
    settledRows.insert(row)
  }

  /// The faults in the order of the file.
  func sortedFaults() -> [RowFault] {
    faults.enumerated().sorted { a, b in
      let left = (a.element.place.ordinal, a.element.field ?? -1, a.offset)
      return left < (b.element.place.ordinal, b.element.field ?? -1, b.offset)
    }.map(\.element)
  }

  private mutating func checkEncoding() {
    for row in 0..<count {
      let bytes = rows.places[row].bytes
      guard let fault = UTF8Check.firstFault(buffer.bytes.span, in: bytes) else { continue }
      let byte = buffer.bytes[fault]
      let field = FieldFinder.field(at: fault, in: bytes, of: buffer.bytes.span)
      settle(row, field, .notUTF8(byte: byte), at: fault)
    }
  }
}

/// A cell of a batch, by its row and its place in it.
struct FilledCell: Hashable {
  let row: Int
  let place: Int
}
