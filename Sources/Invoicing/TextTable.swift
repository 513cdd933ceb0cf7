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
    return intern(bytes, hash: TextHash.of(bytes))
  }

  /// The handle of a text, which is added if it is new.
  package mutating func intern(_ text: String) -> Text { intern(Array(text.utf8).span) }

  /// The handles of texts that stand in one buffer; new ones are added in their order.
  ///
  /// Goes over all of them step by step, not text by text: a table larger than the processor's
  /// caches answers many independent questions in the time of one.
  package mutating func intern(_ places: [ByteRange], of bytes: Span<UInt8>) -> [Text] {
    let hashes = places.map { TextHash.of(bytes.extracting($0.bounds)) }
    let mask = slots.count - 1
    let guesses = hashes.map { slots[Int($0) & mask] }
    let guessedStarts = guesses.map { starts[Self.index($0)] }
    var texts: [Text] = []
    texts.reserveCapacity(places.count)
    for k in 0..<places.count {
      let text = bytes.extracting(places[k].bounds)
      let guess = guesses[k]
      if text.isEmpty {
        texts.append(.absent)
      } else if guess != 0, Self.hash(guess) == hashes[k],
        TextHash.equal(text, arena.span, from: guessedStarts[k]),
        starts[Self.index(guess) + 1] - guessedStarts[k] == text.count
      {
        texts.append(Text(index: UInt32(truncatingIfNeeded: guess)))
      } else {
        texts.append(intern(text, hash: hashes[k]))
      }
    }
    return texts
  }

  /// The handle of a text, or nil where the books do not have it.
  package func find(_ bytes: Span<UInt8>) -> Text? {
    if bytes.isEmpty { return .absent }
    let slot = self.slot(of: bytes, hash: TextHash.of(bytes))
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

  private mutating func intern(_ bytes: Span<UInt8>, hash: UInt32) -> Text {
    let slot = self.slot(of: bytes, hash: hash)
    if slots[slot] != 0 { return Text(index: UInt32(truncatingIfNeeded: slots[slot])) }
    let index = UInt32(count)
    // The buffer pointer lives no longer than the span that it is of.
    unsafe bytes.withUnsafeBufferPointer { unsafe arena.append(contentsOf: $0) }
    starts.append(arena.count)
    slots[slot] = UInt64(hash) << 32 | UInt64(index)
    if count * 3 > slots.count * 2 { grow() }
    return Text(index: index)
  }

  /// The slot that holds the text, or the free one where it would go.
  private func slot(of bytes: Span<UInt8>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if Self.hash(slots[slot]) == hash, equals(Self.index(slots[slot]), bytes) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func equals(_ i: Int, _ bytes: Span<UInt8>) -> Bool {
    starts[i + 1] - starts[i] == bytes.count
      && TextHash.equal(bytes, arena.span, from: starts[i])
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

  private static func hash(_ entry: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: entry >> 32) }

  private static func index(_ entry: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: entry)) }
}
