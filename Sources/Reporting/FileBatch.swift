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

  /// The path at which a file is to be written and synced.
  mutating func add(_ name: String) throws(ReportError) -> String {
    let target = "\(folder)/\(name)"
    guard !POSIX.isFolder(target) else { throw .folderInTheWay(target) }
    staged.append(name)
    return Self.temporary(name, in: folder)
  }

  /// Renames the files into place, removes those that no longer hold, and syncs the folder.
  ///
  /// What could be checked before has been; should a rename fail all the same, those before it
  /// are done.
  mutating func commit(removing stale: [String] = []) throws(ReportError) {
    while let name = staged.first {
      try POSIX.rename(Self.temporary(name, in: folder), to: "\(folder)/\(name)")
      staged.removeFirst()
    }
    for name in stale where !POSIX.isFolder("\(folder)/\(name)") {
      try POSIX.remove("\(folder)/\(name)")
    }
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
