internal import Invoicing

/// Reads a file behind its header, and cuts it into rows.
struct TableScanner: ~Copyable {
  private var file: FileBytes
  private var scanner: CSVScanner
  private var isOver = false
  /// The codes of the file's texts.
  var codes = TextCodes()

  init(_ file: consuming FileBytes, _ layout: TableLayout, line: Int) {
    self.file = file
    scanner = CSVScanner(width: layout.width, stride: layout.stride, line: line)
  }

  /// How many data rows there were.
  var rowCount: Int { Int(scanner.rowCount) }

  /// Fills a chunk with the next rows; false when there are none.
  mutating func next(_ chunk: inout RowChunk) throws(FileFault) -> Bool {
    chunk.rows.removeAll()
    chunk.buffer.begin()
    var hasRows = false
    while !hasRows, !isOver {
      try chunk.buffer.refill(from: &file)
      hasRows = chunk.cut(by: &scanner)
      isOver = chunk.buffer.isAtEnd && !hasRows
      if !hasRows, chunk.buffer.pending.count > RowBuffer.longestRow {
        refuseLongRow(&chunk)
        hasRows = true
      }
    }
    file.putBack(chunk.buffer.bytes[chunk.buffer.pending])
    if chunk.rows.hasHighBytes { chunk.rows.illFormed = Self.illFormed(chunk) }
    chunk.bytesRead = file.bytesRead
    chunk.bytesCut = file.bytesRead - file.bytesPutBack
    chunk.rowCount = Int(scanner.rowCount)
    return hasRows
  }

  /// Passes over all that follows: where the next row begins nobody knows.
  private mutating func refuseLongRow(_ chunk: inout RowChunk) {
    let row = RowPlace(
      bytes: chunk.buffer.pending, line: scanner.line, ordinal: scanner.rowCount + 1)
    chunk.rows.broken.append(
      BrokenRow(place: row, fault: .rowTooLong(limit: RowBuffer.longestRow)))
    chunk.buffer.abandon()
    isOver = true
  }

  private static func illFormed(_ chunk: RowChunk) -> [IllFormedRow] {
    let (rows, bytes) = (chunk.rows.places, chunk.buffer.bytes.span)
    guard let first = rows.first, let last = rows.last,
      // What stands between rows is ASCII, or belongs to rows that are broken.
      UTF8Check.firstFault(bytes, in: first.bytes.lowerBound..<last.bytes.upperBound) != nil
    else { return [] }
    return rows.indices.compactMap { row in
      UTF8Check.firstFault(bytes, in: rows[row].bytes).map { IllFormedRow(row: row, position: $0) }
    }
  }
}
