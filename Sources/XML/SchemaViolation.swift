/// One thing that is wrong with a file, in libxml2's words, at the line (from 1) where it stands.
package struct SchemaViolation: Error, Equatable {
  package let line: Int
  package let message: String
}

extension SchemaViolation: CustomStringConvertible {
  package var description: String { "\(line): \(message)" }
}
