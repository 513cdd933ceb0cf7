package import Invoicing

/// What a snapshot needs beside its books, and what may still be computed while they are written.
package struct SnapshotConclusion: Sendable {
  package var identity: SnapshotIdentity
  package var links: [Link]
  /// For each row of `books.vanished` the id of the received invoice that it belongs to now.
  ///
  /// The audit finds it; nil: as the books have it. The identity must be of the same owners.
  package var vanishedOwners: [Text]?

  package init(identity: SnapshotIdentity, links: [Link], vanishedOwners: [Text]? = nil) {
    self.identity = identity
    self.links = links
    self.vanishedOwners = vanishedOwners
  }
}
