import Foundation
import Invoicing
import Snapshots
import Testing
import Workspaces

@Suite struct WorkspaceSnapshotsTests {
  /// Made in this order: group, moment, salt.
  private static let made = [
    ("G", "2023-03-31T06:00:00Z", "a"), ("G", "2023-05-31T06:00:00Z", "b"),
    ("G", "2023-04-30T06:00:00Z", "c"), ("H", "2023-05-30T06:00:00Z", "d"),
    ("G", "2023-04-30T06:00:00Z", "e"),
  ]

  @Test(arguments: [
    ("G", "2023-03-31T06:00:00Z", nil),
    ("G", "2023-03-31T06:00:00.000001Z", 1),
    ("G", "2023-04-30T06:00:00Z", 1),
    ("G", "2023-05-01T06:00:00Z", 5),
    ("G", "2023-05-31T06:00:00Z", 5),
    ("G", "2023-06-30T06:00:00Z", 2),
    ("H", "2023-06-30T06:00:00Z", 4),
    ("H", "2023-05-30T06:00:00Z", nil),
    ("I", "2023-06-30T06:00:00Z", nil),
  ])
  func `the snapshot before is the same group's latest earlier one, of several the last made`(
    group: String, takenAt: String, sequence: Int?
  ) throws {
    try withWorkspaceFolder { path in
      let workspace = try Workspace.open(path, create: true)
      for (group, takenAt, salt) in Self.made { try workspace.add(group, takenAt, salt: salt) }
      let before = try workspace.snapshotBefore(group: group, takenAt: try moment(takenAt))
      #expect(before?.sequence == sequence)
      #expect(try workspace.latest()?.sequence == 2)
    }
  }

  @Test func `a registered snapshot is remembered with all that it says`() throws {
    try withWorkspaceFolder { path in
      let before = SnapshotBefore(
        identity: String(repeating: "b", count: 64), takenAt: try moment("2023-04-30T06:00:00Z"))
      let registered: RegisteredSnapshot
      do {
        let workspace = try Workspace.open(path, create: true)
        #expect(try workspace.latest() == nil)
        registered = try workspace.add("Gruppen åäö", "2023-05-31T06:00:00.25Z", before: before)
      }
      let workspace = try Workspace.open(path, create: false)
      #expect(try workspace.snapshots() == [registered])
      let header = try SnapshotReader.header(of: try workspace.intactPath(of: registered))
      #expect(registered.identity == header.identity)
      #expect(registered.contentDigest == header.contentDigest)
      #expect(registered.fileName == header.fileName)
      #expect(registered.group == "Gruppen åäö")
      #expect(registered.takenAt == header.extract.takenAt)
      #expect(registered.before == before)
      #expect(registered.sequence == 1)
    }
  }

  @Test func `the same snapshot again is registered once`() throws {
    try withWorkspaceFolder { path in
      let workspace = try Workspace.open(path, create: true)
      let first = try workspace.add("G", "2023-05-31T06:00:00Z")
      #expect(try workspace.add("G", "2023-05-31T06:00:00Z") == first)
      #expect(try workspace.snapshots() == [first])
    }
  }

  @Test func `a snapshot of the same content is found while its file is there`() throws {
    try withWorkspaceFolder { path in
      let workspace = try Workspace.open(path, create: true)
      let first = try workspace.add("G", "2023-05-31T06:00:00Z")
      #expect(try workspace.existing(contentDigest: first.contentDigest) == first)
      #expect(try workspace.existing(contentDigest: first.identity) == nil)
      try FileManager.default.removeItem(atPath: workspace.path(of: first))
      #expect(try workspace.existing(contentDigest: first.contentDigest) == nil)
    }
  }

  @Test func `a snapshot is found by path, name and the beginning of its identity`() throws {
    try withWorkspaceFolder { path in
      let workspace = try Workspace.open(path, create: true)
      let snapshot = try workspace.add("G", "2023-05-31T06:00:00Z")
      let found = FoundSnapshot(path: workspace.path(of: snapshot), registered: snapshot)
      let references = [
        found.path, snapshot.fileName, snapshot.identity, String(snapshot.identity.prefix(4)),
        snapshot.identity.uppercased(),
      ]
      for reference in references { #expect(try workspace.find(reference) == found) }
      let archived = "\(path)/archived.sqlite"
      try FileManager.default.copyItem(atPath: found.path, toPath: archived)
      #expect(
        try workspace.find(archived) == FoundSnapshot(path: archived, registered: snapshot))
    }
  }

  @Test func `a reference that leads nowhere says what there is`() throws {
    try withWorkspaceFolder { path in
      let workspace = try Workspace.open(path, create: true)
      #expect(throws: WorkspaceError.noSnapshots(path: path)) { try workspace.find("abcd") }
      let snapshot = try workspace.add("G", "2023-05-31T06:00:00Z")
      let name = "\(snapshot.identity.prefix(12)) (2023-05-31T06:00:00Z)"
      let absent = snapshot.identity.hasPrefix("0000") ? "1111" : "0000"
      #expect(throws: WorkspaceError.unknownSnapshot(reference: absent, known: [name])) {
        try workspace.find(absent)
      }
      for short in ["", "abc", "latest"] {
        #expect(throws: WorkspaceError.shortReference(reference: short)) {
          try workspace.find(short)
        }
      }
      #expect(throws: SnapshotError.missing(path: "./x.sqlite")) {
        try workspace.find("./x.sqlite")
      }
    }
  }

  /// Of 2000 identities two share their first four digits, the same two in every run.
  @Test func `a beginning that several identities have lists them`() throws {
    try withWorkspaceFolder { path in
      let workspace = try Workspace.open(path, create: true)
      var seen: [Substring: String] = [:]
      for salt in 0..<2000 {
        let header = ExtractHeader(
          group: "G", takenAt: try moment("2023-05-31T06:00:00Z"), coversFrom: nil,
          companies: ["\(salt)"], sha256: "")
        let identity = SnapshotIdentity(of: Books(BooksDraft(header: header))).identity
        guard let other = seen.updateValue("\(salt)", forKey: identity.prefix(4)) else {
          continue
        }
        let one = try workspace.add("G", "2023-05-31T06:00:00Z", salt: other)
        let two = try workspace.add("G", "2023-05-31T06:00:00Z", salt: "\(salt)")
        let names = [one, two].map { "\($0.identity.prefix(12)) (2023-05-31T06:00:00Z)" }
        let reference = String(identity.prefix(4))
        #expect(
          throws: WorkspaceError.ambiguousSnapshot(reference: reference, matches: names)
        ) { try workspace.find(reference) }
        return
      }
      Issue.record("no two identities share four digits")
    }
  }
}
