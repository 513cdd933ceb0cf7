/// Why a snapshot cannot be read or written.
package enum SnapshotError: Error, Equatable {
  case missing(path: String)
  case unreadable(path: String, reason: String)
  case notASnapshot(path: String)
  case newerSchema(path: String, version: Int, known: Int)
  case olderSchema(path: String, version: Int, known: Int)
  /// The file says what no snapshot says; `detail` is where and what.
  case damaged(path: String, detail: String)
  case unwritable(folder: String, reason: String)
}

extension SnapshotError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "there is no snapshot at \(path): look for it in a backup, or take it again with "
        + "'mirror-audit snapshot'"
    case .unreadable(let path, let reason):
      "the snapshot \(path) cannot be read (\(reason)): check its permissions and its disk"
    case .notASnapshot(let path):
      "\(path) is not a snapshot of mirror-audit: name a file from the folder 'snapshots' of the "
        + "workspace"
    case .newerSchema(let path, let version, let known):
      "the snapshot \(path) has schema version \(version), this program knows versions up to "
        + "\(known): use a newer mirror-audit"
    case .olderSchema(let path, let version, let known):
      "the snapshot \(path) has schema version \(version), this program reads version \(known) "
        + "only: read it with the mirror-audit that made it, or take it again with 'mirror-audit "
        + "snapshot' into another workspace"
    case .damaged(let path, let detail):
      "the snapshot \(path) is damaged (\(detail)): restore it from a backup, or take it again "
        + "with 'mirror-audit snapshot'"
    case .unwritable(let folder, let reason):
      "no snapshot could be written in \(folder) (\(reason)): free space or mend the folder, then "
        + "run again; nothing was left behind"
    }
  }
}
