internal import Foundation
internal import GRDB
package import Invoicing
package import Snapshots

extension Workspace {
  /// Remembers a snapshot that was written into `snapshotsFolder`; the same again changes nothing
  /// but the file's digest.
  package func register(_ file: SnapshotFile) throws(WorkspaceError) -> RegisteredSnapshot {
    let header = file.header
    try database.write { db in
      try db.execute(
        sql: """
          INSERT INTO snapshots (identity, content_digest, file_name, file_digest, group_name,
            taken_at, taken_at_microseconds, before_identity, before_taken_at_microseconds)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (identity) DO UPDATE SET
            file_name = excluded.file_name, file_digest = excluded.file_digest
          """,
        arguments: [
          header.identity, header.contentDigest, header.fileName, file.fileDigest,
          header.extract.group, header.extract.takenAt.description,
          header.extract.takenAt.microseconds, header.before?.identity,
          header.before?.takenAt.microseconds,
        ])
    }
    let all = try snapshots()
    guard let registered = all.first(where: { $0.identity == header.identity }) else {
      preconditionFailure("a snapshot just registered is there")
    }
    return registered
  }

  /// All snapshots, by moment, of one moment the first made first.
  package func snapshots() throws(WorkspaceError) -> [RegisteredSnapshot] {
    try database.read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM snapshots ORDER BY taken_at_microseconds, sequence"
      ).map(RegisteredSnapshot.init)
    }
  }

  /// The snapshot that a new one of this group and moment follows: the same group's with the
  /// greatest earlier moment, of several with one moment the last made.
  package func snapshotBefore(
    group: String, takenAt: Moment
  ) throws(WorkspaceError) -> RegisteredSnapshot? {
    try snapshots().last { $0.group == group && $0.takenAt < takenAt }
  }

  /// A snapshot of this very content whose file is there; of several the last made.
  package func existing(
    contentDigest: String
  ) throws(WorkspaceError) -> RegisteredSnapshot? {
    try snapshots().filter { $0.contentDigest == contentDigest }
      .sorted { $0.sequence < $1.sequence }
      .last { FileManager.default.fileExists(atPath: path(of: $0)) }
  }

  /// The snapshot of the latest moment, of several the last made; nil: there is none.
  package func latest() throws(WorkspaceError) -> RegisteredSnapshot? { try snapshots().last }

  /// The snapshot that a person means by a path, or by the beginning of an identity.
  ///
  /// - Throws: `WorkspaceError`, or `SnapshotError` of a file that is none.
  package func find(_ reference: String) throws -> FoundSnapshot {
    let all = try snapshots()
    if reference.contains("/") || FileManager.default.fileExists(atPath: reference) {
      let header = try SnapshotReader.header(of: reference)
      return FoundSnapshot(
        path: reference, registered: all.first { $0.identity == header.identity })
    }
    let digits = reference.lowercased()
    guard digits.count >= 4, digits.allSatisfy(\.isHexDigit) else {
      if let named = all.first(where: { $0.fileName == reference }) { return found(named) }
      throw WorkspaceError.shortReference(reference: reference)
    }
    guard !all.isEmpty else { throw WorkspaceError.noSnapshots(path: path) }
    let matches = all.filter { $0.identity.hasPrefix(digits) }
    guard let match = matches.first else {
      throw WorkspaceError.unknownSnapshot(reference: reference, known: all.map(\.name))
    }
    guard matches.count == 1 else {
      throw WorkspaceError.ambiguousSnapshot(
        reference: reference, matches: matches.map(\.name))
    }
    return found(match)
  }

  private func found(_ snapshot: RegisteredSnapshot) -> FoundSnapshot {
    FoundSnapshot(path: path(of: snapshot), registered: snapshot)
  }
}

extension RegisteredSnapshot {
  /// As an error lists it: the first digits of the identity, and the moment.
  fileprivate var name: String { "\(identity.prefix(12)) (\(takenAt))" }

  fileprivate init(_ row: Row) {
    let before: String? = row["before_identity"]
    let beforeMoment: Int64? = row["before_taken_at_microseconds"]
    self.init(
      identity: row["identity"], contentDigest: row["content_digest"],
      fileName: row["file_name"], fileDigest: row["file_digest"], group: row["group_name"],
      takenAt: Moment(microseconds: row["taken_at_microseconds"]),
      before: before.flatMap { identity in
        beforeMoment.map {
          SnapshotBefore(identity: identity, takenAt: Moment(microseconds: $0))
        }
      },
      sequence: row["sequence"])
  }
}
