/// Every different text of the books, once: ids, names, numbers, keys.
///
/// Invariants: text 0 is empty; text i is the bytes `starts[i] ..< starts[i + 1]` of the arena;
/// each other text is among the serial ones, or else has one slot, at the home of its key or
/// behind it, with no free one between.
package struct TextTable: Sendable {
  private var arena: [UInt8] = []
  private var starts: [Int] = [0, 0]
  private var serial = SerialTexts()
  private var slots = [TextSlot](repeating: .free, count: 1024)
  private var usedSlots = 0

  package init() {}

  /// How many texts there are, the empty one included.
  package var count: Int { starts.count - 1 }

  /// How many of the texts are found by a hash: all but those that end in three digits.
  package var hashedCount: Int { usedSlots }

  /// Makes room for so many different texts, so many of them to be found by a hash, and so many
  /// bytes in all.
  package mutating func reserve(_ texts: Int, hashed: Int, bytes: Int = 0) {
    starts.reserveCapacity(texts + 2)
    arena.reserveCapacity(bytes)
    serial.expect(texts)
    if hashed > Self.limit(slots.count) { grow(to: hashed * 3 / 2) }
  }

  /// The handle of a text, which is added if it is new.
  package mutating func intern(_ bytes: Span<UInt8>) -> Text {
    if bytes.isEmpty { return .absent }
    let place = serial.addedPlace(of: 0..<UInt32(clamping: bytes.count), in: bytes)
    guard place > TextCodes.byBytes else { return Text(index: intern(bytes, TextKey(bytes))) }
    if serial[place] == 0 { serial.set(place, to: append(bytes)) }
    return Text(index: serial[place])
  }

  /// The handle of a text, which is added if it is new.
  package mutating func intern(_ text: String) -> Text { intern(text.utf8.span) }

  /// The handles of texts that stand in one buffer; new ones are added in their order.
  package mutating func intern(_ cells: [Range<UInt32>], of bytes: Span<UInt8>) -> [Text] {
    var places: [UInt32] = []
    places.reserveCapacity(cells.count)
    for cell in cells { places.append(serial.addedPlace(of: cell, in: bytes)) }
    return intern(places, cells.span, from: 0, by: 1, of: bytes)
  }

  /// Where the pages of prefixes begin, for `intern` to be told with their codes.
  package mutating func pages(of prefixes: [SerialPrefix]) -> [UInt32] {
    prefixes.map { serial.page(of: $0) }
  }

  /// The handles of texts that have codes; new ones are added in their order.
  ///
  /// - Parameter pages: of all prefixes of the codes' file so far.
  package mutating func intern(
    _ codes: [UInt32], _ pages: [UInt32], _ cells: Span<Range<UInt32>>, from first: Int,
    by stride: Int, of bytes: Span<UInt8>
  ) -> [Text] {
    var places: [UInt32] = []
    places.reserveCapacity(codes.count)
    for k in 0..<codes.count {
      let (prefix, number) = SerialTexts.parts(of: codes[k])
      if codes[k] == 0 {
        places.append(0)
      } else if prefix == 0 {
        places.append(serial.addedPlace(of: cells[first &+ k &* stride], in: bytes))
      } else {
        let page = pages[prefix - 1]
        places.append(page == 0 ? TextCodes.byBytes : page | number)
      }
    }
    return intern(places, cells, from: first, by: stride, of: bytes)
  }

  /// The handle of a text, or nil where the books do not have it.
  package func find(_ bytes: Span<UInt8>) -> Text? {
    if bytes.isEmpty { return .absent }
    let index = self.index(of: bytes)
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

  /// The handles of texts by their places among the serial ones, or 0 and `byBytes` as in codes.
  private mutating func intern(
    _ places: [UInt32], _ cells: Span<Range<UInt32>>, from first: Int, by stride: Int,
    of bytes: Span<UInt8>
  ) -> [Text] {
    var guesses = self.guesses(places, cells, from: first, by: stride, of: bytes)[...]
    let known = serial[places]
    var texts: [Text] = []
    texts.reserveCapacity(places.count)
    for k in 0..<places.count {
      let place = places[k]
      if place > TextCodes.byBytes {
        // What was new when all were asked for may have come since.
        var index = known[k] != 0 ? known[k] : serial[place]
        if index == 0 {
          index = append(bytes.extracting(Range(cells[first &+ k &* stride])))
          serial.set(place, to: index)
        }
        texts.append(Text(index: index))
      } else if place == 0 {
        texts.append(.absent)
      } else {
        let cell = bytes.extracting(Range(cells[first &+ k &* stride]))
        let guess = guesses.removeFirst()
        texts.append(Text(index: guess.text != 0 ? guess.text : intern(cell, guess.key)))
      }
    }
    return texts
  }

  /// What the texts that are found by a hash are, in their order; 0 where that is not known yet.
  ///
  /// Goes over all of them step by step, not text by text: a table larger than the processor's
  /// caches answers many independent questions in the time of one.
  private func guesses(
    _ places: [UInt32], _ cells: Span<Range<UInt32>>, from first: Int, by stride: Int,
    of bytes: Span<UInt8>
  ) -> [(key: TextKey, text: UInt32)] {
    var hashed: [Range<UInt32>] = []
    for k in 0..<places.count where places[k] == TextCodes.byBytes {
      hashed.append(cells[first &+ k &* stride])
    }
    if hashed.isEmpty { return [] }
    var guesses = hashed.map { (key: TextKey(bytes.extracting(Range($0))), text: UInt32(0)) }
    let homes = guesses.map { $0.key.home(among: slots.count) }
    // No branch hangs on what these find, or the processor would wait for each of them.
    for k in 0..<hashed.count { guesses[k].text = firstGuess(guesses[k].key, homes[k]) }
    for k in 0..<hashed.count where guesses[k].text == 0 {
      guesses[k].text = guess(of: guesses[k].key, from: homes[k])
    }
    var starts: [Int] = []
    starts.reserveCapacity(hashed.count)
    for guess in guesses {
      starts.append(guess.key.isWholeText ? 0 : self.starts[Int(guess.text)])
    }
    for k in 0..<hashed.count where !guesses[k].key.isWholeText {
      let text = bytes.extracting(Range(hashed[k]))
      if !has(text, guesses[k].text, starts[k]) { guesses[k].text = 0 }
    }
    return guesses
  }

  private mutating func intern(_ bytes: Span<UInt8>, _ key: TextKey) -> UInt32 {
    let slot = self.slot(of: bytes, key)
    if slots[slot].index != 0 { return slots[slot].index }
    let index = append(bytes)
    slots[slot] = TextSlot(key: key, index: index)
    usedSlots += 1
    if usedSlots > Self.limit(slots.count) { grow(to: slots.count * 3 / 2) }
    return index
  }

  @inline(__always)
  private mutating func append(_ bytes: Span<UInt8>) -> UInt32 {
    let index = UInt32(count)
    // The buffer pointer lives no longer than the span that it is of.
    unsafe bytes.withUnsafeBufferPointer { unsafe arena.append(contentsOf: $0) }
    starts.append(arena.count)
    return index
  }

  /// The text that stands there, if it has the key; else 0.
  @inline(__always)
  private func firstGuess(_ key: TextKey, _ home: Int) -> UInt32 {
    let slot = slots[home]
    return slot.key == key ? slot.index : 0
  }

  /// The text's index; 0: it is not there.
  private func index(of bytes: Span<UInt8>) -> UInt32 {
    let place = serial.place(of: 0..<UInt32(clamping: bytes.count), in: bytes)
    return place > TextCodes.byBytes ? serial[place] : slots[slot(of: bytes, TextKey(bytes))].index
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
