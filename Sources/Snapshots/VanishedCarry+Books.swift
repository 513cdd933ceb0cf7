package import Invoicing

extension VanishedCarry {
  /// The same from a snapshot that is still in memory, whose file holds these links and owners.
  ///
  /// - Parameter vanishedOwners: for each row of `books.vanished` the id of the received invoice
  ///   that it belonged to.
  package static func carry(
    from books: Books, identity: String, links: [Link], vanishedOwners: [Text],
    into draft: inout BooksDraft
  ) {
    var texts = draft.texts
    draft.texts = TextTable()
    defer { draft.texts = texts }
    let present = Presence(of: draft.sent.invoices.id, texts: texts.count)
    let linked = links.map { forgotten(by: $0, books, &texts) }
    let still = books.vanished.sentID.indices.map { row in
      forgotten(row, owner: vanishedOwners[row], books, &texts)
    }
    let before = SnapshotBefore(identity: identity, takenAt: books.header.takenAt)
    conclude(
      linked.filter { !present.has($0.sentID) }, still.filter { !present.has($0.sentID) }, before,
      texts, &draft)
  }

  private static func forgotten(
    by link: Link, _ books: Books, _ texts: inout TextTable
  ) -> Forgotten {
    let sent = Int(link.sent)
    let invoices = books.sent.invoices
    return Forgotten(
      sentID: texts.intern(books.string(invoices.id[sent])),
      receivedID: texts.intern(books.string(books.received.invoices.id[Int(link.received)])),
      lastSeen: books.header.takenAt, number: texts.intern(books.string(invoices.number[sent])),
      customer: texts.intern(books.string(books.sent.customer[sent])), kind: invoices.kind[sent],
      issueDate: invoices.issueDate[sent], currency: invoices.currency[sent],
      gross: invoices.gross[sent])
  }

  private static func forgotten(
    _ row: Int, owner: Text, _ books: Books, _ texts: inout TextTable
  ) -> Forgotten {
    var vanished = Forgotten(books.vanished, row: row)
    vanished.sentID = texts.intern(books.string(vanished.sentID))
    vanished.receivedID = texts.intern(books.string(owner))
    vanished.number = texts.intern(books.string(vanished.number))
    vanished.customer = texts.intern(books.string(vanished.customer))
    return vanished
  }
}
