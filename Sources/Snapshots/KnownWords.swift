package import Invoicing

/// The words of a column, the last one met tried first.
package struct KnownWords<Word: CodedWord> {
  private let all = Word.allCases.map { (word: $0.word, value: $0) }
  private var last = 0

  package init() {}

  mutating func value(of bytes: Span<UInt8>) -> Word? {
    if bytes.equals(all[last].word) { return all[last].value }
    guard let place = all.indices.first(where: { bytes.equals(all[$0].word) }) else { return nil }
    last = place
    return all[place].value
  }
}
