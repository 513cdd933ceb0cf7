/// Every different text of the books, once: ids, names, numbers, keys.
///
/// Invariants: text 0 is empty; text i is the bytes `starts[i] ..< starts[i + 1]` of the arena;
/// each other text is among the numbered ones, or else has one slot, at the home of its key or
/// behind it, with no free one between.
package struct TextTable: Sendable {
  private var arena: [UInt8] = []
  private var starts: [Int] = [0, 0]
  private var numbered = NumberedTexts()
  private var slots = [TextSlot](repeating: .free, count: 1024)
  private var usedSlots = 0

  package init() {}

  /// How many texts there are, the empty one included.
  package var count: Int { starts.count - 1 }

  /// How many of the texts are found by a hash: all but short numbers.
  package var hashedCount: Int { usedSlots }

  /// Makes room for so many different texts, so many of them to be found by a hash.
  package mutating func reserve(_ texts: Int, hashed: Int) {
    starts.reserveCapacity(texts + 2)
    if hashed > Self.limit(slots.count) { grow(to: hashed * 3 / 2) }
  }

  /// The handle of a text, which is added if it is new.
  package mutating func intern(_ bytes: Span<UInt8>) -> Text {
    bytes.isEmpty ? .absent : intern(bytes, TextKey(bytes))
  }

  /// The handle of a text, which is added if it is new.
  package mutating func intern(_ text: String) -> Text { intern(text.utf8.span) }

  /// The handles of texts that stand in one buffer; new ones are added in their order.
  ///
  /// Goes over all of them step by step, not text by text: a table larger than the processor's
  /// caches answers many independent questions in the time of one.
  package mutating func intern(_ places: [Range<UInt32>], of bytes: Span<UInt8>) -> [Text] {
    let keys = places.map { TextKey(bytes.extracting(Range($0))) }
    let homes = keys.map { home(of: $0) }
    // No branch hangs on what these find, or the processor would wait for each of them.
    var guesses: [UInt32] = []
    guesses.reserveCapacity(places.count)
    for k in 0..<places.count { guesses.append(firstGuess(keys[k], homes[k])) }
    for k in 0..<places.count where guesses[k] == 0 && homes[k] >= 0 {
      guesses[k] = guess(of: keys[k], from: homes[k])
    }
    var guessedStarts: [Int] = []
    guessedStarts.reserveCapacity(places.count)
    for k in 0..<places.count {
      guessedStarts.append(keys[k].isWholeText ? 0 : starts[Int(guesses[k])])
    }
    var texts: [Text] = []
    texts.reserveCapacity(places.count)
    for k in 0..<places.count {
      let guess = guesses[k]
      if places[k].isEmpty {
        texts.append(.absent)
      } else if guess != 0,
        keys[k].isWholeText || has(bytes.extracting(Range(places[k])), guess, guessedStarts[k])
      {
        texts.append(Text(index: guess))
      } else {
        texts.append(intern(bytes.extracting(Range(places[k])), keys[k]))
      }
    }
    return texts
  }

  /// The handle of a text, or nil where the books do not have it.
  package func find(_ bytes: Span<UInt8>) -> Text? {
    if bytes.isEmpty { return .absent }
    let key = TextKey(bytes)
    let index = key.number.map { numbered[$0] } ?? slots[slot(of: bytes, key)].index
    return index == 0 ? nil : Text(index: index)
  }

  /// The handle of a text, or nil where the books do not have it.
  package func find(_ text: String) -> Text? { find(text.utf8.span) }

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

  private mutating func intern(_ bytes: Span<UInt8>, _ key: TextKey) -> Text {
    if let number = key.number {
      if numbered[number] == 0 { numbered[number] = append(bytes) }
      return Text(index: numbered[number])
    }
    let slot = self.slot(of: bytes, key)
    if slots[slot].index != 0 { return Text(index: slots[slot].index) }
    let index = append(bytes)
    slots[slot] = TextSlot(key: key, index: index)
    usedSlots += 1
    if usedSlots > Self.limit(slots.count) { grow(to: slots.count * 3 / 2) }
    return Text(index: index)
  }

  private mutating func append(_ bytes: Span<UInt8>) -> UInt32 {
    let index = UInt32(count)
    // The buffer pointer lives no longer than the span that it is of.
    unsafe bytes.withUnsafeBufferPointer { unsafe arena.append(contentsOf: $0) }
    starts.append(arena.count)
    return index
  }

  /// Where the search for a text begins: its first slot, or of a number its complement.
  @inline(__always)
  private func home(of key: TextKey) -> Int {
    if let number = key.number { return ~Int(number) }
    return key.home(among: slots.count)
  }

  /// The text that stands there, if it has the key; else 0.
  @inline(__always)
  private func firstGuess(_ key: TextKey, _ home: Int) -> UInt32 {
    if home < 0 { return numbered[UInt32(truncatingIfNeeded: ~home)] }
    let slot = slots[home]
    return slot.key == key ? slot.index : 0
  }

  /// The slot that holds the text, or the free one where it would go.
  private func slot(of bytes: Span<UInt8>, _ key: TextKey) -> Int {
    var slot = key.home(among: slots.count)
    while slots[slot].index != 0 {
      let index = slots[slot].index
      if slots[slot].key == key, key.isWholeText || has(bytes, index, starts[Int(index)]) {
        return slot
      }
      slot = next(slot)
    }
    return slot
  }

  /// The first text from a slot on that has the key; 0: none has.
  private func guess(of key: TextKey, from home: Int) -> UInt32 {
    var slot = home
    while slots[slot].index != 0, slots[slot].key != key { slot = next(slot) }
    return slots[slot].index
  }

  private func next(_ slot: Int) -> Int { slot + 1 == slots.count ? 0 : slot + 1 }

  /// Whether a text, which begins there, is these bytes.
  private func has(_ bytes: Span<UInt8>, _ index: UInt32, _ start: Int) -> Bool {
    starts[Int(index) + 1] - start == bytes.count
      && TextKey.equal(bytes, arena.span.extracting(start..<start + bytes.count))
  }

  private mutating func grow(to count: Int) {
    var larger = [TextSlot](repeating: .free, count: count)
    for entry in slots where entry.index != 0 {
      var slot = entry.key.home(among: count)
      while larger[slot].index != 0 { slot = slot + 1 == count ? 0 : slot + 1 }
      larger[slot] = entry
    }
    slots = larger
  }

  /// How many texts so many slots may hold: of ten, seven.
  private static func limit(_ slots: Int) -> Int { slots / 10 * 7 }
}

extension Range<Int> {
  init(_ range: Range<UInt32>) {
    self = Int(range.lowerBound)..<Int(range.upperBound)
  }
}
