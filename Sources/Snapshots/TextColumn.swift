internal import Invoicing

/// A column of texts that is being read; they have no handles until all are there.
struct TextColumn: Sendable {
  private var blocks: [Block] = []
  private var last = Block()

  private struct Block {
    var bytes: [UInt8] = []
    /// Where each text ends.
    var ends: [UInt32] = []
  }

  private static let blockSize = 1 << 30
  /// How many handles are asked for at a time, which a large table answers much faster.
  private static let batch = 1024

  /// Makes room for so many short texts.
  mutating func reserve(_ texts: Int) {
    last.ends.reserveCapacity(texts)
    last.bytes.reserveCapacity(min(texts * 8, Self.blockSize))
  }

  @inline(__always)
  mutating func append(_ row: borrowing StoredRecord, _ column: Int32) throws(BadStoredCell) {
    append(try row.bytes(column))
  }

  @inline(__always)
  mutating func append(_ text: Span<UInt8>) {
    if !text.isEmpty {
      // The buffer pointer lives no longer than the span that it is of.
      unsafe text.withUnsafeBufferPointer { unsafe last.bytes.append(contentsOf: $0) }
    }
    last.ends.append(UInt32(last.bytes.count))
    // A text is below 2^31 bytes, so one more always fits.
    if last.bytes.count > Self.blockSize {
      blocks.append(last)
      last = Block()
    }
  }

  /// The handles of all texts in their order.
  consuming func finish(_ table: inout TextTable) -> [Text] {
    var texts: [Text] = []
    for block in blocks + [last] { Self.add(block, to: &texts, &table) }
    return texts
  }

  /// The same of a column of so many rows that may not be stored at all.
  consuming func finish(_ table: inout TextTable, rows: Int) -> [Text] {
    let texts = finish(&table)
    return texts.isEmpty ? Array(repeating: .absent, count: rows) : texts
  }

  private static func add(_ block: Block, to texts: inout [Text], _ table: inout TextTable) {
    let first = texts.count
    texts.append(contentsOf: repeatElement(.absent, count: block.ends.count))
    var start: UInt32 = 0
    var places: [Range<UInt32>] = []
    var rows: [Int] = []
    for (row, end) in block.ends.enumerated() where end > start {
      places.append(start..<end)
      rows.append(first + row)
      start = end
      guard places.count == batch else { continue }
      put(places, of: block, at: rows, in: &texts, &table)
      places.removeAll(keepingCapacity: true)
      rows.removeAll(keepingCapacity: true)
    }
    put(places, of: block, at: rows, in: &texts, &table)
  }

  private static func put(
    _ places: [Range<UInt32>], of block: Block, at rows: [Int], in texts: inout [Text],
    _ table: inout TextTable
  ) {
    for (row, text) in zip(rows, table.intern(places, of: block.bytes.span)) { texts[row] = text }
  }
}
