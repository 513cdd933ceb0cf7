extension TextTable {
  /// Reads the beginnings of texts, none of which waits for another; nobody needs what it returns,
  /// but the texts are at hand afterwards.
  package func fetch(_ texts: [Text]) -> UInt32 {
    var starts: [Int] = []
    starts.reserveCapacity(texts.count)
    for text in texts { starts.append(textStarts[Int(text.index)]) }
    var seen: UInt32 = 0
    for start in starts where start < arenaBytes.count { seen ^= UInt32(arenaBytes[start]) }
    return seen
  }

  /// Appends the bytes of a text.
  package func append(_ text: Text, to bytes: inout [UInt8]) {
    bytes.append(self.bytes(of: text))
  }
}
