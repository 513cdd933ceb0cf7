internal import Foundation

/// A call of the operating system that failed.
struct SystemCallFailure: Error, CustomStringConvertible {
  let code: Int32

  /// The system's words, as `No space left on device`.
  var description: String { unsafe String(cString: strerror(code)) }
}
