internal import Glibc

/// A file without a disk, for what reads and writes by path.
final class MemoryFile {
  private let descriptor: CInt

  init(_ bytes: [UInt8] = []) throws(BrokenPromise) {
    let name = "/fuzzing-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    // The name's bytes hold for the calls.
    descriptor = unsafe shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
    _ = unsafe shm_unlink(name)
    guard descriptor >= 0 else { throw BrokenPromise("no file in memory: error \(errno)") }
    var written = 0
    while written < bytes.count {
      // The bytes hold for the call, and it reads no more than there are.
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe write(descriptor, all.baseAddress.map { unsafe $0 + written }, all.count - written)
      }
      guard count > 0 else { throw BrokenPromise("no room in memory: error \(errno)") }
      written += count
    }
  }

  deinit { close(descriptor) }

  var path: String { "/proc/self/fd/\(descriptor)" }

  /// All that it holds.
  func bytes() -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    return unsafe [UInt8](unsafeUninitializedCapacity: max(size, 0)) { room, count in
      // The room is as large as the file.
      count = unsafe max(0, pread(descriptor, room.baseAddress, max(size, 0), 0))
    }
  }
}
