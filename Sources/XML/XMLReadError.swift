/// A file could not be read.
package struct XMLReadError: Error, Equatable {
  package let path: String
  /// As in errno(3).
  package let code: CInt
}

extension XMLReadError: CustomStringConvertible {
  /// `in/1.xml: No such file or directory`.
  package var description: String { "\(path): \(SystemMessage.of(code))" }
}
