internal import Foundation

/// The folder that snapshots stand in, and what must last there.
struct FolderOfSnapshots: Sendable {
  let path: String

  /// What names of files that are still being written begin with.
  private static let temporaryPrefix = ".unfinished-"

  /// Makes the folder where it is missing, and removes what dead runs left in it.
  ///
  /// The caller holds the workspace's lock: no living run writes here.
  func prepare() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: path)
    where name.hasPrefix(Self.temporaryPrefix) {
      try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
  }

  /// A path for a file that is still being written.
  func temporaryPath() -> String {
    "\(path)/\(Self.temporaryPrefix)\(ProcessInfo.processInfo.processIdentifier).sqlite"
  }

  /// Gives a finished file its name: read-only, on the disk with its folder.
  func finish(_ temporary: String, as name: String) throws {
    // Paths are lent for the calls alone.
    try check(unsafe chmod(temporary, 0o444))
    try synchronize(temporary)
    try check(unsafe rename(temporary, "\(path)/\(name)"))
    try synchronize(path)
  }

  /// Returns once the disk has what was written to a file or folder.
  func synchronize(_ path: String) throws {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    try check(descriptor)
    defer { close(descriptor) }
    try check(fsync(descriptor))
  }

  private func check(_ result: Int32) throws {
    if result < 0 { throw SystemCallFailure(code: errno) }
  }
}
