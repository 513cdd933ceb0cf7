internal import Invoicing

/// A closed set of words, to be found again and again.
struct WordList<Word: CodedWord> {
  private let words: [(key: UInt64, word: Word, text: StaticString)]
  let first: Word

  init() {
    words = Word.allCases.map { word in
      let text = Array(word.name.utf8)
      return (Self.key(text.span), word, word.word)
    }
    first = words[0].word
  }

  @inline(__always)
  func find(_ bytes: Span<UInt8>) -> Word? {
    let key = Self.key(bytes)
    for entry in words where entry.key == key && bytes.equals(entry.text) { return entry.word }
    return nil
  }

  /// Differs between the words of every set, so that one comparison of texts is enough.
  @inline(__always)
  private static func key(_ bytes: Span<UInt8>) -> UInt64 {
    let count = bytes.count
    guard count > 0 else { return 0 }
    return UInt64(truncatingIfNeeded: count) | UInt64(bytes[0]) << 8
      | UInt64(bytes[count / 2]) << 16 | UInt64(bytes[count - 1]) << 24
  }
}
