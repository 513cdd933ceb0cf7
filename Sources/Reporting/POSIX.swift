#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The calls to the operating system that writing a folder takes, made nowhere else in this room.
///
/// Paths and buffers are lent to a call and not kept by it, which makes each `unsafe` here hold.
enum POSIX {
  static func openToWrite(_ path: String) throws(ReportError) -> CInt {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(.open, path) }
    return descriptor
  }

  static func openFolder(_ path: String) throws(ReportError) -> CInt {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(.openFolder, path) }
    return descriptor
  }

  /// False when another process holds the lock.
  ///
  /// A file system without locks has none to wait for.
  static func lock(_ descriptor: CInt) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  /// Makes the folder, and those that it lies in.
  static func makeFolder(_ path: String) throws(ReportError) {
    if unsafe mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let parent = parent(of: path) else { throw failure(.makeFolder, path) }
    try makeFolder(parent)
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw failure(.makeFolder, path)
    }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func write(_ bytes: [UInt8], to descriptor: CInt, _ path: String) throws(ReportError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes {
        #if canImport(Glibc)
          unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
        #elseif canImport(Musl)
          unsafe Musl.write(descriptor, $0.baseAddress, $0.count)
        #else
          unsafe Darwin.write(descriptor, $0.baseAddress, $0.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(.write, path) }
      written += count
    }
  }

  /// Returns once the disk has it; a file system that cannot sync a folder is left at that.
  static func sync(_ descriptor: CInt, _ path: String) throws(ReportError) {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(.sync, path) }
  }

  static func close(_ descriptor: CInt, _ path: String) throws(ReportError) {
    guard closed(descriptor) == 0 else { throw failure(.close, path) }
  }

  /// Closes what was not written to the end, so that nothing hangs on the answer.
  static func abandon(_ descriptor: CInt) { _ = closed(descriptor) }

  static func rename(_ path: String, to target: String) throws(ReportError) {
    guard renamed(path, target) == 0 else { throw failure(.rename, target) }
  }

  /// Removes a file, or finds that there is none.
  static func remove(_ path: String) throws(ReportError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure(.remove, path) }
  }

  /// The operating system's words for an error number.
  static func reason(_ code: CInt) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }

  private static func closed(_ descriptor: CInt) -> CInt {
    #if canImport(Glibc)
      Glibc.close(descriptor)
    #elseif canImport(Musl)
      Musl.close(descriptor)
    #else
      Darwin.close(descriptor)
    #endif
  }

  private static func renamed(_ path: String, _ target: String) -> CInt {
    #if canImport(Glibc)
      unsafe Glibc.rename(path, target)
    #elseif canImport(Musl)
      unsafe Musl.rename(path, target)
    #else
      unsafe Darwin.rename(path, target)
    #endif
  }

  private static func failure(_ step: ReportError.Step, _ path: String) -> ReportError {
    .cannot(step, path: path, reason: reason(errno))
  }

  private static func parent(of path: String) -> String? {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    guard let slash = trimmed.lastIndex(of: "/"), slash > trimmed.startIndex else { return nil }
    return String(trimmed[..<slash])
  }
}
