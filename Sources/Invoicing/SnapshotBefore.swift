/// The snapshot that a snapshot follows: the same group's with the greatest earlier moment.
package struct SnapshotBefore: Equatable, Sendable {
  /// Its identity, 64 hex digits.
  package var identity: String
  package var takenAt: Moment

  package init(identity: String, takenAt: Moment) {
    self.identity = identity
    self.takenAt = takenAt
  }
}
