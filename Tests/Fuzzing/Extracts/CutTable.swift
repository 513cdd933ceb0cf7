internal import Invoicing

@testable internal import Extracts

/// What the scanner makes of a table that it gets in pieces.
struct CutTable: Equatable {
  enum Row: Equatable {
    case cells([[UInt8]], line: Int, ordinal: UInt32)
    /// The place of the fault is counted from the start of the row.
    case broken(CellFault, field: Int?, position: Int?, line: Int, ordinal: UInt32)
    case illFormed(position: Int, ordinal: UInt32)
  }

  private(set) var rows: [Row] = []
  /// Whether bytes beyond ASCII, and what no id may hold, were seen wherever they are.
  private(set) var isNoted = true

  /// What the scanner reads behind the bytes, and may not take for them.
  private static let behind = [UInt8](
    repeating: UInt8(ascii: "\""), count: SeparatorMask.width)

  /// - Parameters:
  ///   - piece: how many bytes more the scanner sees each time.
  ///   - room: for how many rows there are cells.
  init(_ bytes: [UInt8], width: Int, piece: Int, room: Int) {
    var scanner = CSVScanner(width: width, stride: width, line: 1)
    var cells = [CellRange](repeating: .empty, count: room * width)
    var (start, end) = (0, 0)
    var isOver = false
    while !isOver {
      let isLast = end == bytes.count
      end = min(end + piece, bytes.count)
      let window = bytes[start..<end] + Self.behind
      let buffer = Array(window)
      var found = ScannedRows()
      let next = scanner.scan(
        buffer.span, in: 0..<end - start, isLast: isLast, into: &cells, &found)
      take(found, cells, buffer, width)
      isOver = isLast && found.places.isEmpty && found.broken.isEmpty
      start += next
    }
  }

  /// Reads the table from a file, in chunks as they are for a file of some size.
  init(_ bytes: [UInt8], width: Int, chunksForFileOf size: Int) throws {
    let onDisk = try MemoryFile(bytes)
    guard let file = try FileBytes(onDisk.path) else { throw BrokenPromise("no file") }
    let layout = TableLayout(.received, names: (0..<width).map { "\($0)" })
    var scanner = TableScanner(file, layout, line: 1)
    var chunk = RowChunk(fileSize: size, layout)
    while try scanner.next(&chunk) {
      take(chunk.rows, chunk.cells, chunk.buffer.bytes, width)
    }
    try BrokenPromise.unlessEqual(
      scanner.rowCount, rows.count { !$0.isIllFormed }, "how many rows there are")
  }

  private mutating func take(
    _ found: ScannedRows, _ cells: [CellRange], _ bytes: [UInt8], _ width: Int
  ) {
    let escaped = Set(found.escapedCells)
    let good = found.places.enumerated().map { place, row in
      let texts = (place * width..<(place + 1) * width).map { cell in
        let text = Array(bytes[cells[cell].bounds])
        return escaped.contains(cell) ? Self.unescaped(text) : text
      }
      note(texts, found)
      return Row.cells(texts, line: row.line, ordinal: row.ordinal)
    }
    let broken = found.broken.map { row in
      Row.broken(
        row.fault, field: row.field,
        position: row.position.map { $0 - row.place.bytes.lowerBound }, line: row.place.line,
        ordinal: row.place.ordinal)
    }
    let illFormed = found.illFormed.map { row in
      let place = found.places[row.row]
      return Row.illFormed(
        position: row.position - place.bytes.lowerBound, ordinal: place.ordinal)
    }
    rows += (good + broken).sorted { $0.ordinal < $1.ordinal } + illFormed
  }

  private mutating func note(_ texts: [[UInt8]], _ found: ScannedRows) {
    let all = texts.joined()
    if all.contains(where: { $0 >= 0x80 }), !found.hasHighBytes { isNoted = false }
    if all.contains(where: { ";\n\r".utf8.contains($0) }), !found.mayHaveBadIDs {
      isNoted = false
    }
  }

  private static func unescaped(_ text: [UInt8]) -> [UInt8] {
    text.replacing(Array("\"\"".utf8), with: Array("\"".utf8))
  }

  /// The rows in their order, those that are not UTF-8 once more behind them all.
  var sortedRows: [Row] {
    rows.filter { !$0.isIllFormed } + rows.filter { $0.isIllFormed }
  }

  /// The cells; nil where a row is broken.
  var cells: [[[UInt8]]]? {
    var all: [[[UInt8]]] = []
    for row in rows {
      guard case .cells(let cells, _, _) = row else { return nil }
      all.append(cells)
    }
    return all
  }
}

extension CutTable.Row {
  fileprivate var ordinal: UInt32 {
    switch self {
    case .cells(_, _, let ordinal), .broken(_, _, _, _, let ordinal): ordinal
    case .illFormed(_, let ordinal): ordinal
    }
  }

  fileprivate var isIllFormed: Bool {
    if case .illFormed = self { true } else { false }
  }
}
