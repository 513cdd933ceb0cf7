/// Reads CSV in another way than the room: byte by byte, each cell copied (RFC 4180).
///
/// Knows only whether a table is good; what is wrong with it, and where, it does not say.
struct PlainCSV {
  private let bytes: [UInt8]
  private var next = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let feed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// How many fields the first row has; nil where it is not a good one.
  static func fieldsOfFirstRow(_ bytes: [UInt8]) -> Int? {
    var reader = Self(bytes)
    return bytes.isEmpty ? nil : reader.row()?.count
  }

  /// The cells of all rows; nil where one of them does not have so many, or is not good.
  ///
  /// Blank lines at the end are none, unless a row is one cell.
  static func rows(_ bytes: [UInt8], width: Int) -> [[[UInt8]]]? {
    var reader = Self(bytes)
    var rows: [[[UInt8]]] = []
    var hasBlanks = false
    while reader.next < bytes.count {
      let start = reader.next
      guard let row = reader.row() else { return nil }
      if width > 1, reader.isBlank(from: start) {
        hasBlanks = true
        continue
      }
      if hasBlanks || row.count != width { return nil }
      rows.append(row)
    }
    return rows
  }

  private var peek: UInt8? { next < bytes.count ? bytes[next] : nil }

  private var isAtEndOfRow: Bool {
    if peek == nil || peek == Self.feed { return true }
    return peek == Self.carriageReturn && next + 1 < bytes.count && bytes[next + 1] == Self.feed
  }

  /// Whether the line that has just been read was empty.
  private func isBlank(from start: Int) -> Bool {
    bytes[start] == Self.feed
      || bytes[start] == Self.carriageReturn && bytes[start + 1] == Self.feed
  }

  private mutating func row() -> [[UInt8]]? {
    var cells: [[UInt8]] = []
    while true {
      guard let cell = peek == Self.quote ? quotedCell() : plainCell() else { return nil }
      cells.append(cell)
      if peek == Self.comma {
        next += 1
        continue
      }
      guard isAtEndOfRow else { return nil }
      while let byte = peek, byte != Self.feed { next += 1 }
      next += 1
      return cells
    }
  }

  private mutating func plainCell() -> [UInt8]? {
    var cell: [UInt8] = []
    while let byte = peek, byte != Self.comma, !isAtEndOfRow {
      if byte == Self.quote || byte == Self.carriageReturn || byte == 0 { return nil }
      cell.append(byte)
      next += 1
    }
    return cell
  }

  private mutating func quotedCell() -> [UInt8]? {
    var cell: [UInt8] = []
    next += 1
    while let byte = peek {
      next += 1
      if byte == 0 { return nil }
      if byte == Self.quote {
        if peek != Self.quote { return cell }
        next += 1
      }
      cell.append(byte)
    }
    return nil
  }
}
