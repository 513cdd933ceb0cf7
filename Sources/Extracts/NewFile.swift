#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that is written from front to back; whoever made it abandons it once.
struct NewFile: Sendable {
  private let path: String
  private let descriptor: CInt

  /// Creates the file, or empties it.
  init(_ path: String) throws(ExtractWriteFailure) {
    self.path = path
    // The path's bytes hold for the call.
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannot(.open, path: path, code: errno) }
  }

  func write(_ bytes: [UInt8]) throws(ExtractWriteFailure) {
    var written = 0
    while written < bytes.count {
      // The bytes outlive the call.
      let count = unsafe bytes[written...].withUnsafeBytes {
        unsafe Self.write(descriptor, $0)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .cannot(.write, path: path, code: errno) }
      written += count
    }
  }

  /// Returns once the disk has it.
  func sync() throws(ExtractWriteFailure) {
    guard fsync(descriptor) == 0 else { throw .cannot(.write, path: path, code: errno) }
  }

  /// Closes it.
  func abandon() { close(descriptor) }

  private static func write(_ file: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(file, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      unsafe Musl.write(file, bytes.baseAddress, bytes.count)
    #else
      unsafe Darwin.write(file, bytes.baseAddress, bytes.count)
    #endif
  }
}
