internal import Digests
package import Invoicing

/// What a snapshot is known by: a digest of its content, whatever wrote the file.
///
/// Both digests are SHA-256 as 64 lower-case hex digits. How the content is encoded stands at
/// `TableDigest`; links are derived from the content and are no part of it.
package struct SnapshotIdentity: Equatable, Sendable {
  /// Of all that the extract says.
  ///
  /// Two snapshots with one content digest are of one extract.
  package let contentDigest: String
  /// Of the content digest, the vanished invoices and the identity of the snapshot before.
  package let identity: String

  /// The digest of what the extract says.
  ///
  /// Takes about half a second for a million received invoices, and needs neither `vanished` nor
  /// `before`: ask the workspace for an existing snapshot with it first.
  package static func contentDigest(of books: Books) -> String {
    contentDigest(of: BooksCoding(books))
  }

  /// The same, of books that have been coded already.
  package static func contentDigest(of coding: BooksCoding) -> String {
    let books = coding.books
    var digest = TableDigest()
    digest.feed(SnapshotTables.header(books.header))
    digest.feed(SnapshotTables.companies(books.header))
    for table in SnapshotTables.origins(of: books) { digest.feed(table) }
    for table in SnapshotTables.dictionaries(of: coding) { digest.feed(table) }
    for table in SnapshotTables.ledgers(of: coding) { digest.feed(table) }
    return digest.hexDigits()
  }

  init(contentDigest: String, identity: String) {
    self.contentDigest = contentDigest
    self.identity = identity
  }

  /// The identity of books as they stand.
  ///
  /// - Parameters:
  ///   - contentDigest: that of the books, where it is known already.
  ///   - vanishedOwners: for each row of `books.vanished` the id of the received invoice that it
  ///     belongs to now; nil: as the books have it.
  package init(of books: Books, contentDigest: String? = nil, vanishedOwners: [Text]? = nil) {
    let content = contentDigest ?? Self.contentDigest(of: books)
    let owners = vanishedOwners ?? books.vanished.receivedID
    var texts = TextTable()
    var beforeMoment = MomentColumn()
    beforeMoment.append(books.before?.takenAt)
    let digests = [content, books.before?.identity ?? ""].map { texts.intern($0) }
    var digest = TableDigest()
    digest.feed(
      StoredTable(
        "identity", count: 1, texts: texts,
        [
          "content_digest": .texts([digests[0]]),
          "before_identity": .texts([digests[1]]),
          "before_taken_at": .optionalMoments(beforeMoment),
        ]))
    digest.feed(SnapshotTables.vanished(books, owners: owners))
    self.contentDigest = content
    identity = digest.hexDigits()
  }
}
