/// The texts of a `TextTable` that end in three digits, by their prefix and those: a page of a
/// thousand for each prefix.
///
/// Most ids are such, and close to each other. Pages are small beside a hash table of the texts,
/// stand in the processor's caches, and ask for no comparison of texts.
///
/// Invariant: the text of a prefix that has a page is in that page and nowhere else.
struct SerialTexts: Sendable {
  private var prefixes = SerialPrefixes()
  /// By place, the text's index; 0: no text.
  private var indices = [UInt32](repeating: 0, count: pageSize)
  private var count = 0
  /// How many texts are expected.
  private var expected = 0
  /// Where texts are far from each other, no more prefixes get pages.
  private var isOpen = true

  static let pageBits: UInt32 = 10
  private static let pageSize = 1 << pageBits
  private static let mostPages = 1 << (32 - pageBits) - 1

  /// Makes room for so many texts, as if most of them were close to each other.
  mutating func expect(_ texts: Int) {
    expected = max(expected, texts)
    indices.reserveCapacity(Self.pageSize + expected + expected / 8)
  }

  /// Where the page of a prefix begins, which it gets if it has none; 0: it gets none.
  mutating func page(of prefix: SerialPrefix) -> UInt32 {
    let page = prefixes[prefix]
    if page != 0 || !isOpen { return page << Self.pageBits }
    let most = min(4096 + max(count, expected) / 256, Self.mostPages)
    guard prefixes.count < most else {
      isOpen = false
      return 0
    }
    indices.append(contentsOf: repeatElement(0, count: Self.pageSize))
    return prefixes.add(prefix) << Self.pageBits
  }

  /// The place of a text, whose prefix gets a page; 0 of an absent one, `byBytes` where there is
  /// none.
  @inline(__always)
  mutating func addedPlace(of text: Range<UInt32>, in bytes: Span<UInt8>) -> UInt32 {
    guard let serial = SerialText(bytes, in: text) else {
      return text.isEmpty ? 0 : TextCodes.byBytes
    }
    let page = self.page(of: serial.prefix)
    return page == 0 ? TextCodes.byBytes : page | serial.number
  }

  /// The same where a prefix gets no page.
  func place(of text: Range<UInt32>, in bytes: Span<UInt8>) -> UInt32 {
    guard let serial = SerialText(bytes, in: text) else {
      return text.isEmpty ? 0 : TextCodes.byBytes
    }
    let page = prefixes[serial.prefix]
    return page == 0 ? TextCodes.byBytes : page << Self.pageBits | serial.number
  }

  /// The prefix's number, and that at the end.
  @inline(__always)
  static func parts(of code: UInt32) -> (prefix: Int, number: UInt32) {
    (Int(code >> pageBits), code & (1 << pageBits - 1))
  }

  /// The index of the text at a place; 0: there is none.
  @inline(__always)
  subscript(place: UInt32) -> UInt32 { indices[Int(place)] }

  /// The indices at many places: a loop this short waits for many of them at once.
  subscript(places: [UInt32]) -> [UInt32] {
    var found = places
    var all = found.mutableSpan
    let indices = self.indices.span
    for k in 0..<all.count { all[k] = indices[Int(all[k])] }
    return found
  }

  /// Sets the index of a new text.
  @inline(__always)
  mutating func set(_ place: UInt32, to index: UInt32) {
    indices[Int(place)] = index
    count &+= 1
  }
}
