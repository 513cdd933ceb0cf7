/// A file could not be written; what stands in it is not a whole document.
package struct XMLWriteError: Error, Equatable {
  package enum Step: String, Sendable {
    case open
    case write
    case sync
    case close
  }

  package let path: String
  package let step: Step
  /// As in errno(3).
  package let code: CInt
}

extension XMLWriteError: CustomStringConvertible {
  /// `out/report.xml: write: No space left on device`.
  package var description: String {
    "\(path): \(step.rawValue): \(SystemMessage.of(code))"
  }
}
