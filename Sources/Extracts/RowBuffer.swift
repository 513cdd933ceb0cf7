internal import Digests
internal import Invoicing

/// The part of a file that is being read, in a buffer that is used again and again.
struct RowBuffer {
  /// The file's bytes, then some of no meaning, then texts that do not stand in the file so.
  private(set) var bytes: [UInt8]
  /// The bytes that no row has been made of yet.
  var pending = 0..<0
  /// Whether the file has no bytes beyond these.
  private(set) var isAtEnd = false
  private(set) var capacity: Int
  /// The bytes that were read since the beginning, without those that had been put back.
  private var new = 0..<0
  /// Those of them that are no longer in the buffer; they came before the others.
  private var passed: [UInt8] = []

  private static let size = 4096...128 * 1024

  /// Places in the buffer are 32 bits, and texts stand behind the file's bytes.
  static let longestRow = 1 << 29

  /// A buffer without any room.
  init() {
    capacity = 0
    bytes = []
  }

  /// A buffer for a file of so many bytes.
  init(fileSize: Int) {
    // One byte more, so that the first reading sees the end of a small file.
    capacity = min(max(fileSize + 1, Self.size.lowerBound), Self.size.upperBound)
    bytes = Array(repeating: 0, count: capacity + SeparatorMask.width)
  }

  /// Moves what is pending to the front, makes the buffer larger if that fills it, and reads on.
  mutating func refill(from file: inout FileBytes) throws(FileFault) {
    bytes.removeLast(bytes.count - capacity - SeparatorMask.width)
    if pending.lowerBound > 0 {
      let kept = max(new.lowerBound, min(pending.lowerBound, new.upperBound))
      passed.append(contentsOf: bytes[new.lowerBound..<kept])
      new = new.isEmpty ? 0..<0 : kept - pending.lowerBound..<new.upperBound - pending.lowerBound
      for (to, from) in pending.enumerated() { bytes[to] = bytes[from] }
    }
    if pending.count == capacity {
      bytes.append(contentsOf: repeatElement(0, count: capacity))
      capacity *= 2
    }
    let read = file.bytesRead
    let end = try file.read(into: &bytes, from: pending.count, upTo: capacity)
    new = (new.isEmpty ? end - (file.bytesRead - read) : new.lowerBound)..<end
    isAtEnd = end < capacity
    pending = 0..<end
  }

  /// Whether a row was longer than the buffers of most files.
  var isLarge: Bool { capacity > Self.size.upperBound }

  /// Forgets all bytes; a large buffer is given up for one of the usual size.
  mutating func begin() {
    if isLarge { self = Self(fileSize: capacity) }
    pending = 0..<0
    isAtEnd = false
    new = 0..<0
    passed = []
  }

  /// Feeds a digest what was read since the beginning.
  func update(_ digest: inout SHA256Digest) {
    if !passed.isEmpty { digest.update(passed) }
    digest.update(bytes.span.extracting(new))
  }

  /// Passes over the mark that some write at the beginning of a file.
  mutating func skipByteOrderMark() {
    if bytes[pending].starts(with: [0xef, 0xbb, 0xbf]) {
      pending = pending.lowerBound + 3..<pending.upperBound
    }
  }

  /// Gives up what has not been read.
  mutating func abandon() {
    pending = 0..<0
    isAtEnd = true
  }

  /// Adds a text behind the file's bytes, until the buffer is filled again.
  mutating func add(_ text: [UInt8]) -> CellRange {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return added(from: start)
  }

  /// The content of a quoted cell, with one quote for two.
  mutating func unescape(_ cell: CellRange) -> CellRange {
    let start = bytes.count
    var i = Int(cell.start)
    while i < Int(cell.end) {
      let byte = bytes[i]
      bytes.append(byte)
      i += byte == UInt8(ascii: "\"") ? 2 : 1
    }
    return added(from: start)
  }

  /// The text at the end; as behind the file's, bytes of no meaning follow, to be read with it.
  private mutating func added(from start: Int) -> CellRange {
    let end = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 8))
    return CellRange(start: UInt32(start), end: UInt32(end))
  }
}
