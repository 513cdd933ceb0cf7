internal import CLibXML2

/// A file that is being read, closed when it is let go.
struct InputFile: ~Copyable {
  let path: String
  let descriptor: CInt

  init(path: String) throws(XMLReadError) {
    let descriptor = unsafe mirror_open_to_read(path)
    guard descriptor >= 0 else { throw XMLReadError(path: path, code: mirror_errno()) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    _ = close(descriptor)
  }

  /// The next bytes in place of those that `buffer` holds; none at the end.
  func read(into buffer: inout [UInt8]) throws(XMLReadError) {
    let size = 64 * 1024
    let count = unsafe withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { space in
      let count = unsafe Self.read(descriptor, space.baseAddress, size)
      let filled = unsafe UnsafeRawBufferPointer(rebasing: space.prefix(max(0, count)))
      unsafe buffer.replaceSubrange(0..., with: filled)
      return count
    }
    if count < 0 { throw XMLReadError(path: path, code: mirror_errno()) }
  }

  /// As read(2), but not interrupted.
  static func read(
    _ descriptor: CInt, _ space: UnsafeMutableRawPointer?, _ size: Int
  ) -> Int {
    while true {
      let count = unsafe CLibXML2.read(descriptor, space, size)
      if count >= 0 || mirror_errno() != EINTR { return count }
    }
  }

  /// Back to the first byte.
  func rewind() throws(XMLReadError) {
    if lseek(descriptor, 0, SEEK_SET) != 0 {
      throw XMLReadError(path: path, code: mirror_errno())
    }
  }
}
