#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Questions about paths that only the system can answer.
enum FilePath {
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    // The status is this frame's own, and the path's bytes hold for the call.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path without links and dots; nil where nothing is there.
  static func resolved(_ path: String) -> String? {
    // realpath allocates the text, which is copied and freed here.
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }
}
