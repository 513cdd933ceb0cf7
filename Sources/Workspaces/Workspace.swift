internal import Foundation
internal import Snapshots

/// The folder that remembers from run to run: the snapshots, and in `audit.sqlite` what was found
/// in them.
///
/// Whoever has it open holds its lock, until it is released.
package final class Workspace: Sendable {
  package let path: String
  let database: WorkspaceDatabase
  private let lock: WorkspaceLock

  /// Opens a workspace, and keeps all others out of it.
  ///
  /// - Parameter create: whether to make it where it is missing.
  /// - Throws: `WorkspaceError`.
  package static func open(_ path: String, create: Bool) throws(WorkspaceError) -> Workspace {
    let database = "\(path)/audit.sqlite"
    guard create || FileManager.default.fileExists(atPath: database) else {
      throw .missing(path: path)
    }
    do {
      try FileManager.default.createDirectory(
        atPath: "\(path)/snapshots", withIntermediateDirectories: true)
    } catch {
      throw .unusable(path: path, reason: error.localizedDescription)
    }
    return try Workspace(path)
  }

  private init(_ path: String) throws(WorkspaceError) {
    self.path = path
    lock = try WorkspaceLock(workspace: path)
    database = try WorkspaceDatabase("\(path)/audit.sqlite")
  }

  /// Where `SnapshotWriter` writes.
  package var snapshotsFolder: String { "\(path)/snapshots" }

  /// Where a snapshot's file is to be.
  package func path(of snapshot: RegisteredSnapshot) -> String {
    "\(snapshotsFolder)/\(snapshot.fileName)"
  }

  /// The path of a snapshot's file, which is there and has not been changed.
  ///
  /// Reads the whole file, 1.4 GB a second.
  ///
  /// - Throws: `WorkspaceError.snapshotMissing`, `.snapshotChanged`, or `.unusable`.
  package func intactPath(of snapshot: RegisteredSnapshot) throws(WorkspaceError) -> String {
    let path = path(of: snapshot)
    let found: String
    do {
      found = try FileDigest.sha256(of: path)
    } catch .missing {
      throw .snapshotMissing(path: path)
    } catch {
      throw .unusable(path: path, reason: "\(error)")
    }
    guard found == snapshot.fileDigest else {
      throw .snapshotChanged(path: path, expected: snapshot.fileDigest, found: found)
    }
    return path
  }
}
