import Foundation
import Invoicing
import Snapshots
import Testing

@Suite struct SnapshotWriterTests {
  private struct Stopped: Error, Equatable {}

  @Test func `a file is named by its moment and identity, and is read-only`() throws {
    try withTemporaryFolder { folder in
      let books = try TestBooks(takenAt: "2023-05-31T06:00:00Z").received("R1").books
      let file = try SnapshotWriter.write(books, links: [], into: folder)
      let identity = SnapshotIdentity(of: books).identity
      let name = "2023-05-31T060000Z-\(identity.prefix(12)).sqlite"
      #expect(file.path == "\(folder)/\(name)")
      #expect(try names(in: folder) == [name])
      let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
      #expect(mode as? Int == 0o444)
      #expect(try FileDigest.sha256(of: file.path) == file.fileDigest)
    }
  }

  @Test func `a snapshot written again takes the place of the same`() throws {
    try withTemporaryFolder { folder in
      let books = try TestBooks(takenAt: "2023-05-31T06:00:00Z").received("R1").books
      let first = try SnapshotWriter.write(books, links: [], into: folder)
      #expect(try SnapshotWriter.write(books, links: [], into: folder) == first)
      #expect(try names(in: folder).count == 1)
    }
  }

  @Test func `what the conclusion throws comes out, and nothing is left`() throws {
    try withTemporaryFolder { folder in
      let books = try TestBooks(takenAt: "2023-05-31T06:00:00Z").received("R1").books
      #expect(throws: Stopped()) {
        try SnapshotWriter.write(books, into: folder) { throw Stopped() }
      }
      #expect(try names(in: folder) == [])
    }
  }

  @Test func `what a dead run left is removed by the next`() throws {
    try withTemporaryFolder { folder in
      try Data("half".utf8).write(to: URL(filePath: "\(folder)/.unfinished-1.sqlite"))
      try Data("mine".utf8).write(to: URL(filePath: "\(folder)/notes.txt"))
      let books = try TestBooks(takenAt: "2023-05-31T06:00:00Z").books
      let file = try SnapshotWriter.write(books, links: [], into: folder)
      #expect(try names(in: folder) == [file.header.fileName, "notes.txt"])
    }
  }

  @Test func `a folder that cannot be is refused in a sentence`() throws {
    try withTemporaryFolder { folder in
      try Data().write(to: URL(filePath: "\(folder)/file"))
      let books = try TestBooks(takenAt: "2023-05-31T06:00:00Z").books
      let error = #expect(throws: SnapshotError.self) {
        try SnapshotWriter.write(books, links: [], into: "\(folder)/file/snapshots")
      }
      guard case .unwritable(let path, _) = error else {
        Issue.record("not unwritable: \(String(describing: error))")
        return
      }
      #expect(path == "\(folder)/file/snapshots")
    }
  }

  @Test func `a disk that is full leaves nothing`() async {
    await #expect(processExitsWith: .success) {
      // The kernel refuses to let a file grow, as a full disk does.
      var limit = rlimit(rlim_cur: 200_000, rlim_max: 200_000)
      guard unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else {
        exit(3)
      }
      signal(SIGXFSZ, SIG_IGN)
      try withTemporaryFolder { folder in
        let books = Books(RandomBooks.draft(seed: 3, rows: 5000))
        do {
          _ = try SnapshotWriter.write(books, links: [], into: folder)
          exit(4)
        } catch SnapshotError.unwritable {
          exit(try names(in: folder) == [] ? EXIT_SUCCESS : 5)
        }
      }
    }
  }

  @Test func `a run that is killed leaves no file under a snapshot's name`() async throws {
    let folder = NSTemporaryDirectory() + "snapshots-killed-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    await #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String] in
      let books = Books(RandomBooks.draft(seed: 3, rows: 500))
      _ = try SnapshotWriter.write(books, into: folder) {
        kill(getpid(), SIGKILL)
        return SnapshotConclusion(identity: SnapshotIdentity(of: books), links: [])
      }
    }
    #expect(try names(in: folder).map { $0.hasPrefix(".unfinished-") } == [true])
    let books = try TestBooks(takenAt: "2023-05-31T06:00:00Z").books
    let file = try SnapshotWriter.write(books, links: [], into: folder)
    #expect(try names(in: folder) == [file.header.fileName])
  }
}

/// The names in a folder, sorted.
func names(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}
