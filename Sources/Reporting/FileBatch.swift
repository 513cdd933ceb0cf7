/// Files of one folder that take their places together, once all of them are whole on disk.
///
/// Until `commit` they have temporary names; a batch that is let go without it leaves nothing
/// behind. One process at a time can have a batch of a folder, so that the temporary names can be
/// the same ever, and what a killed run left is overwritten by the next. A crash between two
/// renames leaves files of two runs, each of them whole.
struct FileBatch: ~Copyable {
  private let folder: String
  private let descriptor: CInt
  private var staged: [String] = []

  /// Makes the folder where there is none, and holds its lock.
  init(folder: String) throws(ReportError) {
    descriptor = try Self.lock(folder)
    self.folder = folder
  }

  deinit {
    for name in staged { try? POSIX.remove(Self.temporary(name, in: folder)) }
    POSIX.abandon(descriptor)
  }

  /// Has a file written and synced at the path that `write` is called with.
  mutating func add(
    _ name: String, _ write: (String) throws(ReportError) -> Void
  ) throws(ReportError) {
    let target = "\(folder)/\(name)"
    guard !POSIX.isFolder(target) else { throw .folderInTheWay(target) }
    staged.append(name)
    try write(Self.temporary(name, in: folder))
  }

  /// Renames the files into place, removes one that no longer holds, and syncs the folder.
  ///
  /// What could be checked before has been; should a rename fail all the same, those before it
  /// are done.
  mutating func commit(removing stale: String? = nil) throws(ReportError) {
    while let name = staged.first {
      try POSIX.rename(Self.temporary(name, in: folder), to: "\(folder)/\(name)")
      staged.removeFirst()
    }
    if let stale, !POSIX.isFolder("\(folder)/\(stale)") { try POSIX.remove("\(folder)/\(stale)") }
    try POSIX.sync(descriptor, folder)
  }

  private static func lock(_ folder: String) throws(ReportError) -> CInt {
    try POSIX.makeFolder(folder)
    let descriptor = try POSIX.openFolder(folder)
    guard POSIX.lock(descriptor) else {
      POSIX.abandon(descriptor)
      throw .folderIsBusy(folder)
    }
    return descriptor
  }

  private static func temporary(_ name: String, in folder: String) -> String {
    "\(folder)/.\(name).part"
  }
}
