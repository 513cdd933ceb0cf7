internal import Invoicing

/// A few of the books' texts, each with a place among them, in two bits for each text there is.
///
/// Small enough for the processor's own caches, where a table of all texts is not: it answers
/// *is this one of them?* for a million rows without waiting for memory.
struct TextSet: Sendable {
  private var words: [UInt64]
  /// How many members come before those of each word.
  private var ranks: [UInt32]
  /// How many members there are.
  let count: Int

  /// The texts that are not absent; `texts` is how many the books have.
  init(texts: Int, _ members: some Sequence<Text>) {
    var words = [UInt64](repeating: 0, count: texts / 64 + 1)
    for text in members { words[Int(text.index >> 6)] |= 1 << UInt64(text.index & 63) }
    words[0] &= ~1
    var ranks: [UInt32] = []
    ranks.reserveCapacity(words.count)
    var count = 0
    for word in words {
      ranks.append(UInt32(count))
      count += word.nonzeroBitCount
    }
    self.words = words
    self.ranks = ranks
    self.count = count
  }

  func contains(_ text: Text) -> Bool {
    words[Int(text.index >> 6)] >> UInt64(text.index & 63) & 1 != 0
  }

  /// The place of a member among all, from 0 on; -1: it is none.
  func place(_ text: Text) -> Int32 {
    let word = words[Int(text.index >> 6)]
    let bit = UInt64(text.index & 63)
    if word >> bit & 1 == 0 { return -1 }
    let before = word & ((1 << bit) - 1)
    return Int32(ranks[Int(text.index >> 6)]) + Int32(before.nonzeroBitCount)
  }
}
