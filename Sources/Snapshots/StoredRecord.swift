internal import Invoicing

/// A row of a table as SQLite's file format stores it: a record of a leaf of the table's tree.
///
/// It is one row after the other: `load` reads a leaf, `stand` goes to one of its rows.
struct StoredRecord: ~Copyable, StoredCells {
  /// Where a value stands, and what it is (section 2.1 of the format).
  struct Cell {
    var start: UInt32 = 0
    /// 0: NULL, 1 to 6: a number in so many bytes, 8 and 9: 0 and 1, odd ones from 13: a text.
    var code: UInt32 = 0

    /// How many bytes it has; nil: it is nothing that a snapshot stores.
    @inline(__always)
    static func size(of code: UInt64) -> UInt64? {
      if code >= 13 { return code & 1 == 1 ? (code - 13) / 2 : nil }
      if code == 7 || code > 9 { return nil }
      return 0x86_43210 >> (code * 4) & 15
    }

    var isNull: Bool { code == 0 }
    var isText: Bool { code >= 13 }
  }

  /// The number of the row on which it stands.
  private(set) var rowid = Int64.min
  private let columns: StoredColumns
  private var cells: [Cell]
  /// A page, and behind it the record on which it stands, where that is longer than a page.
  private var bytes: [UInt8]
  private let pageEnd: Int
  private var page: UInt32 = 0
  /// How many rows the leaf has.
  private(set) var count = 0

  /// What is read behind a record's end, before that is seen, is still in the room.
  private static let margin = 32

  /// The place of a column that the table lacks: NULL.
  static let absent: Int32 = -1

  init(_ columns: StoredColumns, of file: borrowing PageFile) {
    self.columns = columns
    cells = Array(repeating: Cell(), count: columns.names.count)
    bytes = file.room(and: Self.margin)
    pageEnd = bytes.count
  }

  @inline(__always)
  private func cell(_ column: Int32) -> Cell { column < 0 ? Cell() : cells[Int(column)] }

  @inline(__always)
  func isNull(_ column: Int32) -> Bool { cell(column).isNull }

  @inline(__always)
  func isInteger(_ column: Int32) -> Bool {
    let cell = cell(column)
    return !cell.isNull && !cell.isText
  }

  @inline(__always)
  func optionalInteger(_ column: Int32) -> Int64? {
    let cell = cell(column)
    if cell.isNull || cell.isText { return nil }
    if cell.code >= 8 { return Int64(cell.code) - 8 }
    let size = Cell.size(of: UInt64(cell.code)) ?? 0
    // Any eight bytes are a number, and the span checks that they are its own.
    let number = unsafe bytes.span.bytes.unsafeLoadUnaligned(
      fromByteOffset: Int(cell.start), as: Int64.self)
    return Int64(bigEndian: number) >> (64 - 8 * Int64(size))
  }

  /// The bytes of a text, none where the cell is NULL.
  @inline(__always) @_lifetime(borrow self)
  func bytes(_ column: Int32) throws(BadStoredCell) -> Span<UInt8> {
    let cell = cell(column)
    if cell.isNull { return bytes.span.extracting(0..<0) }
    guard cell.isText else { throw bad(column, "a text") }
    let start = Int(cell.start)
    return bytes.span.extracting(start..<start + Int(cell.code - 13) / 2)
  }

  /// The number of the row as one of a file's rows.
  @inline(__always)
  func rowNumber() throws(BadStoredCell) -> UInt32 {
    guard let number = UInt32(exactly: rowid) else {
      throw BadStoredCell(row: rowid, column: columns.rowid, expected: "a row number")
    }
    return number
  }

  func bad(_ column: Int32, _ expected: String) -> BadStoredCell {
    let name = columns.names.indices.contains(Int(column)) ? columns.names[Int(column)] : ""
    return BadStoredCell(row: rowid, column: name, expected: expected)
  }

  /// Reads a leaf.
  mutating func load(_ page: UInt32, of file: borrowing PageFile) throws(SnapshotError) {
    try file.read(page, into: &bytes)
    self.page = page
    count = bytes.bigEndian16(at: 3)
    guard bytes[0] == PageFile.leaf else { throw file.damaged(page, "is none of a table's") }
    guard PageFile.leafHeader + 2 * count <= file.usableSize else {
      throw file.damaged(page, "is too full")
    }
  }

  /// Goes to a row of the leaf, which has a greater number than the one before.
  @inline(__always)
  mutating func stand(on row: Int, of file: borrowing PageFile) throws(SnapshotError) {
    var place = bytes.bigEndian16(at: PageFile.leafHeader + 2 * row)
    guard place < file.usableSize else { throw file.damaged(page, "has a row behind its end") }
    let size = Self.number(bytes.span, &place)
    let rowid = Int64(bitPattern: Self.number(bytes.span, &place))
    guard rowid > self.rowid else { throw file.damaged(page, "has rows in no order") }
    self.rowid = rowid
    if size <= file.usableSize - 35 {
      guard place + Int(size) <= file.usableSize else {
        throw file.damaged(page, "ends within a row")
      }
    } else {
      place = try gather(size, from: place, of: file)
    }
    guard Self.take(place..<place + Int(size), of: bytes, &cells) else {
      throw file.damaged(page, "has a row of another form")
    }
  }

  /// Finds the cells of a record; false: it has none such.
  @inline(__always)
  private static func take(
    _ record: Range<Int>, of buffer: [UInt8], _ columns: inout [Cell]
  ) -> Bool {
    let bytes = buffer.span
    var cells = columns.mutableSpan
    var header = record.lowerBound
    let headerSize = number(bytes, &header)
    guard headerSize <= record.count else { return false }
    let end = record.lowerBound + Int(headerSize)
    var start = end
    for column in cells.indices {
      // A column that was added later is NULL in the rows of before.
      guard header < end else {
        cells[column] = Cell()
        continue
      }
      let code = number(bytes, &header)
      guard let size = Cell.size(of: code), size <= UInt64(record.upperBound - start) else {
        return false
      }
      cells[column] = Cell(
        start: UInt32(truncatingIfNeeded: start), code: UInt32(truncatingIfNeeded: code))
      start += Int(size)
    }
    return header <= end
  }

  /// A number of one to nine bytes, seven bits in each but the last.
  @inline(__always)
  private static func number(_ bytes: Span<UInt8>, _ place: inout Int) -> UInt64 {
    let first = bytes[place]
    place += 1
    return first < 128 ? UInt64(first) : longNumber(UInt64(first & 127), bytes, &place)
  }

  private static func longNumber(
    _ first: UInt64, _ bytes: Span<UInt8>, _ place: inout Int
  ) -> UInt64 {
    var number = first
    for _ in 0..<7 {
      let byte = bytes[place]
      place += 1
      number = number << 7 | UInt64(byte & 127)
      if byte < 128 { return number }
    }
    number = number << 8 | UInt64(bytes[place])
    place += 1
    return number
  }

  /// Puts a record that is longer than a page together, behind the page; gives its beginning.
  private mutating func gather(
    _ size: UInt64, from place: Int, of file: borrowing PageFile
  ) throws(SnapshotError) -> Int {
    let (usable, mostOfAll) = (file.usableSize, UInt64(file.usableSize * file.count))
    guard size <= mostOfAll else { throw file.damaged(page, "has a row that is too long") }
    let least = (usable - 12) * 32 / 255 - 23
    let local = least + (Int(size) - least) % (usable - 4)
    let own = local <= usable - 35 ? local : least
    guard place + own + 4 <= usable else { throw file.damaged(page, "ends within a row") }
    var next = bytes.bigEndian32(at: place + own)
    bytes.removeLast(bytes.count - pageEnd)
    bytes.append(contentsOf: bytes[place..<place + own])
    var rest = file.room()
    var left = Int(size) - own
    while left > 0 {
      try file.read(next, into: &rest)
      next = rest.bigEndian32(at: 0)
      let some = min(left, usable - 4)
      bytes.append(contentsOf: rest[4..<4 + some])
      left -= some
    }
    bytes.append(contentsOf: repeatElement(0, count: Self.margin))
    return pageEnd
  }
}
