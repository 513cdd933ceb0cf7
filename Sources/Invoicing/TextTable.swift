/// Every different text of the books, once: ids, names, numbers, keys.
///
/// Invariants: text 0 is empty; text i is the bytes `starts[i] ..< starts[i + 1]` of the arena; a
/// slot holds a text's hash in its upper half and its index in the lower one, 0 where it is free.
package struct TextTable: Sendable {
  private var arena: [UInt8] = []
  private var starts: [Int] = [0, 0]
  private var slots: [UInt64] = Array(repeating: 0, count: 1024)

  package init() {}

  /// How many texts there are, the empty one included.
  package var count: Int { starts.count - 1 }

  /// Makes room for so many different texts.
  package mutating func reserve(_ texts: Int) {
    starts.reserveCapacity(texts + 2)
    while slots.count < texts * 2 { grow() }
  }

  /// The handle of a text, which is added if it is new.
  package mutating func intern(_ bytes: Span<UInt8>) -> Text {
    if bytes.isEmpty { return .absent }
    let hash = Self.hash(bytes)
    let slot = self.slot(of: bytes, hash: hash)
    if slots[slot] != 0 { return Text(index: UInt32(truncatingIfNeeded: slots[slot])) }
    let index = UInt32(count)
    for i in 0..<bytes.count { arena.append(bytes[i]) }
    starts.append(arena.count)
    slots[slot] = UInt64(hash) << 32 | UInt64(index)
    if count * 3 > slots.count * 2 { grow() }
    return Text(index: index)
  }

  /// The handle of a text, which is added if it is new.
  package mutating func intern(_ text: String) -> Text { intern(Array(text.utf8).span) }

  /// The handle of a text, or nil where the books do not have it.
  package func find(_ bytes: Span<UInt8>) -> Text? {
    if bytes.isEmpty { return .absent }
    let slot = self.slot(of: bytes, hash: Self.hash(bytes))
    return slots[slot] == 0 ? nil : Text(index: UInt32(truncatingIfNeeded: slots[slot]))
  }

  /// The handle of a text, or nil where the books do not have it.
  package func find(_ text: String) -> Text? { find(Array(text.utf8).span) }

  /// The bytes of a text, UTF-8.
  @_lifetime(borrow self)
  package func bytes(of text: Text) -> Span<UInt8> {
    let i = Int(text.index)
    return arena.span.extracting(starts[i]..<starts[i + 1])
  }

  /// The bytes of all texts, one after the other.
  package var arenaBytes: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get { arena.span }
  }

  /// Where each text begins in the arena; text i ends where text i + 1 begins.
  package var textStarts: Span<Int> {
    @_lifetime(borrow self)
    borrowing get { starts.span }
  }

  /// The text as a string.
  package func string(_ text: Text) -> String {
    let i = Int(text.index)
    return String(decoding: arena[starts[i]..<starts[i + 1]], as: UTF8.self)
  }

  /// Negative, zero or positive, as the first id comes before, with or behind the second by size.
  package func compareIDs(_ a: Text, _ b: Text) -> Int {
    a == b ? 0 : IdentifierOrder.compare(bytes(of: a), bytes(of: b))
  }

  /// The slot that holds the text, or the free one where it would go.
  private func slot(of bytes: Span<UInt8>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash,
        equals(Int(UInt32(truncatingIfNeeded: slots[slot])), bytes)
      {
        return slot
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func equals(_ i: Int, _ bytes: Span<UInt8>) -> Bool {
    let start = starts[i]
    guard starts[i + 1] - start == bytes.count else { return false }
    for k in 0..<bytes.count where arena[start + k] != bytes[k] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }

  /// Mixes eight bytes at a time; the same in every run, so that a run can be replayed.
  private static func hash(_ bytes: Span<UInt8>) -> UInt32 {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
    var i = 0
    while i < bytes.count {
      var word: UInt64 = 0
      let end = min(i + 8, bytes.count)
      while i < end {
        word = word << 8 | UInt64(bytes[i])
        i += 1
      }
      let product = (state ^ word).multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
      state = product.high ^ product.low
    }
    let last = state.multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    return UInt32(truncatingIfNeeded: last.high ^ last.low)
  }
}
