package import Invoicing

/// A snapshot that the workspace knows.
package struct RegisteredSnapshot: Equatable, Sendable {
  /// 64 hex digits.
  package var identity: String
  package var contentDigest: String
  /// Its name in the folder `snapshots`.
  package var fileName: String
  /// SHA-256 of the file's bytes, as 64 hex digits.
  package var fileDigest: String
  package var group: String
  package var takenAt: Moment
  package var before: SnapshotBefore?
  /// 1 for the first that was made in the workspace, and so on.
  package var sequence: Int
}
