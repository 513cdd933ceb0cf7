internal import Invoicing

/// A closed set of words, to be found again and again.
struct WordList<Word: CodedWord> {
  private struct Entry {
    let word: Word
    /// The first eight bytes, or all and zeros behind them.
    let start: UInt64
    let length: Int
  }

  private let entries: [Entry]
  let first: Word

  init() {
    entries = Word.allCases.map { word in
      let text = Array(word.name.utf8)
      var start: UInt64 = 0
      for (i, byte) in text.prefix(8).enumerated() { start |= UInt64(byte) << UInt64(8 * i) }
      return Entry(word: word, start: start, length: text.count)
    }
    first = entries[0].word
  }

  /// The word that stands in a cell; eight bytes must follow its start.
  @inline(__always)
  func find(_ bytes: Span<UInt8>, _ cell: CellRange) -> Word? {
    let own = UInt64.max &>> UInt64(64 &- 8 &* min(max(cell.count, 1), 8))
    let start = bytes.word(at: Int(cell.start)) & own
    for entry in entries where entry.start == start && entry.length == cell.count {
      return cell.count <= 8 || bytes.extracting(cell.bounds).equals(entry.word.word)
        ? entry.word : nil
    }
    return nil
  }
}
