#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The folder of an extract that is being written, held against other writers.
///
/// The kernel holds the lock (`flock`) and lets go when the process ends, however it ends; so the
/// temporary names can be the same ever, and what a killed writer left is overwritten.
///
/// Whoever made it abandons it once.
struct NewFolder: Sendable {
  let path: String
  private let descriptor: CInt
  private let isMadeHere: Bool

  /// Makes the folder, and those that it lies in, where there is none.
  init(_ path: String) throws(ExtractWriteFailure) {
    self.path = path
    isMadeHere = try Self.make(path)
    // The path's bytes hold for the call.
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannot(.openFolder, path: path, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      close(descriptor)
      throw .busy(path)
    }
  }

  func temporary(_ name: String) -> String { "\(path)/.\(name).part" }

  /// Gives a whole file its name; the disk has the name when it returns.
  func putInPlace(_ name: String) throws(ExtractWriteFailure) {
    guard Self.renamed(temporary(name), "\(path)/\(name)") == 0 else {
      throw .cannot(.rename, path: "\(path)/\(name)", code: errno)
    }
    try sync()
  }

  /// Removes a file, or finds that there is none; the disk knows when it returns.
  func remove(_ name: String) throws(ExtractWriteFailure) {
    // The path's bytes hold for the call.
    guard unsafe unlink("\(path)/\(name)") == 0 || errno == ENOENT else {
      throw .cannot(.remove, path: "\(path)/\(name)", code: errno)
    }
    try sync()
  }

  /// Removes what still has a temporary name, and the folder where it was made for nothing; lets
  /// go of the lock.
  func abandon(_ names: [String]) {
    for name in names { _ = unsafe unlink(temporary(name)) }
    // A folder that holds something is left alone by the system.
    if isMadeHere { _ = unsafe rmdir(path) }
    close(descriptor)
  }

  /// A file system that cannot sync a folder is left at that.
  private func sync() throws(ExtractWriteFailure) {
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .cannot(.write, path: path, code: errno)
    }
  }

  private static func make(_ path: String) throws(ExtractWriteFailure) -> Bool {
    if unsafe mkdir(path, 0o777) == 0 { return true }
    if errno == EEXIST { return false }
    guard errno == ENOENT, let parent = parent(of: path) else {
      throw .cannot(.makeFolder, path: path, code: errno)
    }
    _ = try make(parent)
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw .cannot(.makeFolder, path: path, code: errno)
    }
    return true
  }

  private static func parent(of path: String) -> String? {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    guard let slash = trimmed.lastIndex(of: "/"), slash > trimmed.startIndex else { return nil }
    return String(trimmed[..<slash])
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
}
