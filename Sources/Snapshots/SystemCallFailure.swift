internal import Foundation

/// A call of the operating system that failed.
struct SystemCallFailure: Error, CustomStringConvertible {
  let code: Int32

  /// The system's words, as `No space left on device`.
  var description: String { unsafe String(cString: strerror(code)) }

  /// Why a file could not be opened or read just now.
  static func refusal(of path: String) -> SnapshotError {
    errno == ENOENT || errno == ENOTDIR
      ? .missing(path: path)
      : .unreadable(path: path, reason: SystemCallFailure(code: errno).description)
  }
}
