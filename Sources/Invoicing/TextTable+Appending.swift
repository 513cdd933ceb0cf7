extension TextTable {
  /// Appends the bytes of a text.
  package func append(_ text: Text, to bytes: inout [UInt8]) {
    bytes.append(self.bytes(of: text))
  }
}
