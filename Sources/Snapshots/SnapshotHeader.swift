package import Invoicing

/// What a snapshot's file says of itself.
package struct SnapshotHeader: Equatable, Sendable {
  package var extract: ExtractHeader
  package var identity: String
  package var contentDigest: String
  /// The snapshot that it follows; nil: it is the first of its group.
  package var before: SnapshotBefore?

  /// The name that its file has: its moment and the first 12 digits of its identity.
  package var fileName: String {
    Self.fileName(takenAt: extract.takenAt, identity: identity)
  }

  static func fileName(takenAt: Moment, identity: String) -> String {
    "\(takenAt.description.filter { $0 != ":" })-\(identity.prefix(12)).sqlite"
  }
}
