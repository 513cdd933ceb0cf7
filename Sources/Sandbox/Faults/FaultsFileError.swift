/// Why a file of faults cannot be used.
package struct FaultsFileError: Error, Hashable, CustomStringConvertible {
  package let path: String
  /// Counted from 1; nil where none is to blame.
  package let line: Int?
  package let what: String
  /// What would be right, in words.
  package let expected: String?

  init(path: String, line: Int? = nil, what: String, expected: String? = nil) {
    self.path = path
    self.line = line
    self.what = what
    self.expected = expected
  }

  package var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    return "\(place): \(what)" + (expected.map { "\n  expected: \($0)" } ?? "")
  }
}
