internal import Foundation
internal import Invoicing

/// Holds a snapshot's file against all that is known of it.
package enum SnapshotVerification {
  /// What is wrong with the file, in plain sentences; empty: nothing.
  ///
  /// With the digest that the workspace keeps, a changed byte is found wherever it is; without it,
  /// one in the rows, not one in what SQLite does not read.
  package static func verify(_ path: String, expectedFileDigest: String?) -> [String] {
    var problems: [String] = []
    do {
      if let expected = expectedFileDigest {
        let found = try FileDigest.sha256(of: path)
        if found != expected {
          problems.append(
            "\(path): the file has been changed: its SHA-256 is \(found), it was \(expected)")
        }
      }
      problems += try checkStructure(path)
      problems += try checkIdentity(path)
    } catch {
      problems.append("\(error)")
    }
    return problems
  }

  private static func checkStructure(_ path: String) throws(SnapshotError) -> [String] {
    var problems: [String] = []
    try StoredSnapshot(path).rows("PRAGMA integrity_check") { row in
      let verdict = row.string(0)
      if verdict != "ok" { problems.append("\(path): SQLite's integrity check says: \(verdict)") }
    }
    return problems
  }

  private static func checkIdentity(_ path: String) throws(SnapshotError) -> [String] {
    var problems: [String] = []
    let header = try SnapshotReader.header(of: path)
    let books = Books(try SnapshotReader.read(path))
    _ = try SnapshotReader.links(of: path, in: books)
    let identity = SnapshotIdentity(of: books)
    if identity.contentDigest != header.contentDigest {
      problems.append(
        "\(path): its rows are not those that were written: their digest is "
          + "\(identity.contentDigest), the file says \(header.contentDigest)")
    }
    if identity.identity != header.identity {
      problems.append(
        "\(path): its identity computed from its content is \(identity.identity), "
          + "the file says \(header.identity)")
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name != header.fileName {
      problems.append("\(path): the name of this snapshot is \(header.fileName)")
    }
    return problems
  }
}
