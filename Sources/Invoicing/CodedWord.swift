/// A closed set of words that an extract may hold in one of its columns.
package protocol CodedWord: CaseIterable, Equatable, Sendable, RawRepresentable
where RawValue == UInt8 {
  /// The word as the extract writes it.
  var word: StaticString { get }
}

extension CodedWord {
  /// The value whose word these bytes are, or nil.
  package init?(_ bytes: Span<UInt8>) {
    for candidate in Self.allCases where bytes.equals(candidate.word) {
      self = candidate
      return
    }
    return nil
  }

  /// The value whose word this is, or nil.
  package init?(_ text: String) {
    guard let match = Self.allCases.first(where: { $0.name == text }) else { return nil }
    self = match
  }

  /// The word as a string.
  package var name: String { word.description }

  /// All words, as an error lists them.
  package static var words: String { allCases.map(\.name).joined(separator: ", ") }
}

extension Span where Element == UInt8 {
  /// Whether these bytes are those of an ASCII literal.
  package func equals(_ literal: StaticString) -> Bool {
    guard count == literal.utf8CodeUnitCount else { return false }
    // The literal's storage is static and as long as its count says.
    let other = unsafe literal.utf8Start
    for i in 0..<count where unsafe self[i] != other[i] { return false }
    return true
  }
}
