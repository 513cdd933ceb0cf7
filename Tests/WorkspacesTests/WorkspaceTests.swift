import Foundation
import GRDB
import Invoicing
import Snapshots
import Testing
import Workspaces

@Suite struct WorkspaceTests {
  @Test func `a workspace that is not there is made only when asked for`() throws {
    try withWorkspaceFolder { path in
      #expect(throws: WorkspaceError.missing(path: path)) {
        try Workspace.open(path, create: false)
      }
      #expect(!FileManager.default.fileExists(atPath: path))
      do { _ = try Workspace.open(path, create: true) }
      _ = try Workspace.open(path, create: false)
    }
  }

  @Test func `a second auditor is kept out, and told who is there`() throws {
    try withWorkspaceFolder { path in
      let first = try Workspace.open(path, create: true)
      #expect(throws: WorkspaceError.locked(path: path, process: Int(getpid()))) {
        try Workspace.open(path, create: true)
      }
      withExtendedLifetime(first) {}
    }
    try withWorkspaceFolder { path in
      do { _ = try Workspace.open(path, create: true) }
      _ = try Workspace.open(path, create: true)
    }
  }

  @Test func `the lock of another process is named, and goes when it is killed`() async throws {
    let path = NSTemporaryDirectory() + "workspace-locked-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: path) }
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let workspace = try Workspace.open(path, create: true)
      try workspace.add("G", "2023-05-31T06:00:00Z")
      withExtendedLifetime(workspace) { _ = kill(getpid(), SIGKILL) }
    }
    let workspace = try Workspace.open(path, create: false)
    #expect(try workspace.snapshots().count == 1)
    await #expect(processExitsWith: .success) { [path = path as String] in
      let error = #expect(throws: WorkspaceError.self) {
        try Workspace.open(path, create: false)
      }
      exit(error == .locked(path: path, process: Int(getppid())) ? EXIT_SUCCESS : 3)
    }
    withExtendedLifetime(workspace) {}
  }

  @Test(arguments: ["no database", "SQLite format 3\u{0} and then nothing of the kind"])
  func `an audit.sqlite that is no database is refused and left`(content: String) throws {
    try withWorkspaceFolder { path in
      let database = try prepare(path)
      try Data(content.utf8).write(to: URL(filePath: database))
      #expect(throws: WorkspaceError.self) { try Workspace.open(path, create: true) }
      #expect(try String(contentsOfFile: database, encoding: .utf8) == content)
    }
  }

  @Test func `another program's database is refused and left`() throws {
    try withWorkspaceFolder { path in
      let database = try prepare(path)
      let queue = try DatabaseQueue(path: database)
      try queue.write { try $0.execute(sql: "CREATE TABLE theirs (x)") }
      #expect(throws: WorkspaceError.foreign(path: database)) {
        try Workspace.open(path, create: true)
      }
      #expect(try queue.read { try $0.tableExists("theirs") && !$0.tableExists("runs") })
    }
  }

  @Test func `a workspace of a newer program is refused`() throws {
    try withWorkspaceFolder { path in
      do { _ = try Workspace.open(path, create: true) }
      let database = "\(path)/audit.sqlite"
      try DatabaseQueue(path: database).write { db in
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 of the future')")
      }
      #expect(throws: WorkspaceError.newerSchema(path: database)) {
        try Workspace.open(path, create: true)
      }
    }
  }

  @Test func `a snapshot's file that is gone or changed is not used`() throws {
    try withWorkspaceFolder { path in
      let workspace = try Workspace.open(path, create: true)
      let snapshot = try workspace.add("G", "2023-05-31T06:00:00Z")
      let file = try workspace.intactPath(of: snapshot)
      #expect(file == "\(path)/snapshots/\(snapshot.fileName)")
      let bytes = try Data(contentsOf: URL(filePath: file))
      try FileManager.default.removeItem(atPath: file)
      #expect(throws: WorkspaceError.snapshotMissing(path: file)) {
        try workspace.intactPath(of: snapshot)
      }
      try (bytes + [0]).write(to: URL(filePath: file))
      let found = try FileDigest.sha256(of: file)
      #expect(
        throws: WorkspaceError.snapshotChanged(
          path: file, expected: snapshot.fileDigest, found: found)
      ) {
        try workspace.intactPath(of: snapshot)
      }
    }
  }

  @Test func `runs are remembered in their order`() throws {
    try withWorkspaceFolder { path in
      let runs = try [(2, "2023-06-01T06:00:00Z"), (0, "2023-05-01T06:00:00.5Z")].map {
        Run(
          audit: AuditKey(identity: "a", rulesVersion: "1", settingsDigest: "s"),
          startedAt: try moment($0.1), exitCode: $0.0, newFindings: 1, persistingFindings: 2,
          resolvedFindings: 3)
      }
      do {
        let workspace = try Workspace.open(path, create: true)
        for run in runs { try workspace.record(run) }
      }
      #expect(try Workspace.open(path, create: false).runs() == runs)
    }
  }

  private func prepare(_ path: String) throws -> String {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return "\(path)/audit.sqlite"
  }
}
