/// Why a workspace, or a snapshot in it, cannot be used.
package enum WorkspaceError: Error, Equatable {
  case missing(path: String)
  case unusable(path: String, reason: String)
  /// Another auditor works here; `process` is its pid, where the lock says it.
  case locked(path: String, process: Int?)
  /// `audit.sqlite` is not a workspace's.
  case foreign(path: String)
  case newerSchema(path: String)
  case damaged(path: String, detail: String)
  case noSnapshots(path: String)
  case unknownSnapshot(reference: String, known: [String])
  case ambiguousSnapshot(reference: String, matches: [String])
  case shortReference(reference: String)
  case snapshotMissing(path: String)
  case snapshotChanged(path: String, expected: String, found: String)
}

extension WorkspaceError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "there is no workspace at \(path): name another with --workspace, or make one with "
        + "'mirror-audit run --extract DIR'"
    case .unusable(let path, let reason):
      "the workspace \(path) cannot be used (\(reason)): check its permissions and its disk"
    case .locked(let path, let process):
      "another mirror-audit\(process.map { " (process \($0))" } ?? "") works in \(path): wait "
        + "until it is done, or name another workspace with --workspace"
    case .foreign(let path):
      "\(path) is not a database of mirror-audit, and is left as it is: move it away, or name "
        + "another workspace with --workspace"
    case .newerSchema(let path):
      "\(path) was written by a newer mirror-audit: use that one, or name another workspace with "
        + "--workspace"
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)): restore it from a backup, or move it away; the snapshots "
        + "stand in files of their own"
    case .noSnapshots(let path):
      "the workspace \(path) has no snapshot yet: make one with 'mirror-audit run --extract DIR'"
    case .unknownSnapshot(let reference, let known):
      "no snapshot is called '\(reference)'; there \(Self.list(known))"
    case .ambiguousSnapshot(let reference, let matches):
      "'\(reference)' is the beginning of more than one identity; there \(Self.list(matches)): "
        + "give more digits"
    case .shortReference(let reference):
      "'\(reference)' is no snapshot: give a path, or four or more of the first digits of an "
        + "identity"
    case .snapshotMissing(let path):
      "the snapshot \(path) is registered but not there: restore it from a backup, or take it "
        + "again with 'mirror-audit snapshot'"
    case .snapshotChanged(let path, let expected, let found):
      "the snapshot \(path) has been changed (its SHA-256 is \(found), it was \(expected)): "
        + "restore it from a backup, or remove it and take it again with 'mirror-audit snapshot'"
    }
  }

  private static func list(_ names: [String]) -> String {
    let most = 20
    let more = names.count > most ? " and \(names.count - most) more" : ""
    let listed = names.prefix(most).joined(separator: ", ")
    return names.count == 1 ? "is \(listed)" : "are \(listed)\(more)"
  }
}
