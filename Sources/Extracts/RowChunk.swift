/// Some rows of a file, as many as fit, cut into their cells and not yet looked into.
struct RowChunk {
  var buffer: RowBuffer
  var rows = ScannedRows()
  var cells: [CellRange]
  /// Bytes of the file read so far.
  var bytesRead = 0
  /// Bytes of the file of which rows were made so far.
  var bytesCut = 0
  /// Data rows so far, those with faults included.
  var rowCount = 0

  private static let rowLimit = 4096

  /// One that is not there: without any room.
  init() {
    buffer = RowBuffer()
    cells = []
  }

  init(fileSize: Int, _ layout: TableLayout) {
    buffer = RowBuffer(fileSize: fileSize)
    let rows = min(Self.rowLimit, buffer.capacity / layout.width + 1)
    cells = Array(repeating: .empty, count: rows * layout.stride)
  }

  /// Cuts what the buffer has into rows; false where that is not a whole row.
  mutating func cut(by scanner: inout CSVScanner) -> Bool {
    let start = Self.cut(buffer, by: &scanner, into: &cells, &rows)
    buffer.pending = start..<buffer.pending.upperBound
    return !rows.places.isEmpty || !rows.broken.isEmpty
  }

  private static func cut(
    _ buffer: RowBuffer, by scanner: inout CSVScanner, into cells: inout [CellRange],
    _ rows: inout ScannedRows
  ) -> Int {
    scanner.scan(
      buffer.bytes.span, in: buffer.pending, isLast: buffer.isAtEnd, into: &cells, &rows)
  }
}
