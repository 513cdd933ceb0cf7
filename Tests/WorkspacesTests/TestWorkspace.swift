import Foundation
import Invoicing
import Snapshots
import Testing
import Workspaces

/// A folder for a workspace, which goes when the test is done with it.
@discardableResult
func withWorkspaceFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let url = FileManager.default.temporaryDirectory.appending(path: "workspace-\(UUID())")
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url.path)
}

func moment(_ text: String) throws -> Moment {
  let moment = Moment(Array(text.utf8).span)
  return try #require(moment)
}

extension Workspace {
  /// Writes and registers a snapshot of empty books; `salt` makes its content another one.
  @discardableResult
  func add(
    _ group: String, _ takenAt: String, salt: String = "", before: SnapshotBefore? = nil
  ) throws -> RegisteredSnapshot {
    var draft = BooksDraft(
      header: ExtractHeader(
        group: group, takenAt: try moment(takenAt), coversFrom: nil, companies: [salt],
        sha256: ""))
    draft.before = before
    let file = try SnapshotWriter.write(Books(draft), links: [], into: snapshotsFolder)
    return try register(file)
  }
}
