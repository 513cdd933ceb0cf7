package import Invoicing

/// Reads a snapshot's file back.
package enum SnapshotReader {
  /// What the file says of itself; quick, whatever the size of the file.
  ///
  /// - Throws: `SnapshotError`.
  package static func header(of path: String) throws(SnapshotError) -> SnapshotHeader {
    try header(of: StoredSnapshot(path))
  }

  /// The books as they were written: every row and column in their order, `vanished` and `before`
  /// too.
  ///
  /// The handles of texts may be others. What is read is not held against the identity: that is
  /// `SnapshotVerification`'s.
  ///
  /// - Throws: `SnapshotError`.
  package static func read(_ path: String) throws(SnapshotError) -> BooksDraft {
    let file = try StoredSnapshot(path)
    let header = try header(of: file)
    var draft = BooksDraft(header: header.extract)
    draft.before = header.before
    var reading = BooksReading(file)
    draft.received = try reading.received()
    draft.sent = try reading.sent()
    draft.flags = try reading.flags()
    draft.source = try reading.source()
    draft.lines = try reading.lines()
    draft.attachments = try reading.attachments()
    draft.attempts = try reading.attempts()
    draft.vanished = try reading.vanished()
    draft.texts = reading.texts
    draft.inputs = try OriginsReading.inputs(of: file)
    draft.documents = try OriginsReading.documents(of: file)
    draft.rejected = try OriginsReading.rejected(of: file)
    return draft
  }

  /// The links that the file holds, by the places of their invoices in books read from it.
  ///
  /// - Throws: `SnapshotError`.
  package static func links(
    of path: String, in books: Books
  ) throws(SnapshotError) -> [Link] {
    var fields = KnownWords<LinkField>()
    var links: [Link] = []
    let table = SnapshotTables.links([], of: EmptyBooks.books)
    try StoredSnapshot(path).rows(of: table) { row in
      let sent = Self.place(of: try row.rowNumber(0), in: books.sent.invoices.row)
      let received = Self.place(of: try row.rowNumber(1), in: books.received.invoices.row)
      let value = row.withBytes(4) { books.texts.find($0) }
      guard let sent, let received, let value,
        let step = UInt8(exactly: try row.integer(2)).flatMap(LinkStep.init(rawValue:))
      else {
        throw BadStoredCell(row: try row.integer(0), column: "link", expected: "of the books")
      }
      links.append(
        Link(
          sent: sent, received: received, step: step, field: try row.word(3, &fields),
          value: value))
    }
    return links
  }

  /// Where a row number stands in an ascending column.
  private static func place(of row: UInt32, in rows: [UInt32]) -> Int? {
    // Most often no row was set aside, and row n stands at n - 1.
    let guess = Int(row) - 1
    if rows.indices.contains(guess), rows[guess] == row { return guess }
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row ? low : nil
  }

  private static func header(of file: StoredSnapshot) throws(SnapshotError) -> SnapshotHeader {
    var companies: [String] = []
    try file.rows(of: SnapshotTables.companies(EmptyBooks.header)) {
      companies.append($0.string(1))
    }
    var found: SnapshotHeader?
    let table = SnapshotTables.snapshot(
      EmptyBooks.header, identity: SnapshotIdentity(contentDigest: "", identity: ""), before: nil)
    try file.rows(of: table) { row in
      let extract = ExtractHeader(
        group: row.string(2), takenAt: try row.moment(3), coversFrom: try row.optionalDate(4),
        companies: try row.flag(5) ? companies : nil, sha256: row.string(6))
      let before = try row.optionalMoment(10).map {
        SnapshotBefore(identity: row.string(9), takenAt: $0)
      }
      found = SnapshotHeader(
        extract: extract, identity: row.string(7), contentDigest: row.string(8), before: before)
    }
    guard let found else {
      throw .damaged(path: file.path, detail: "the table snapshot is empty")
    }
    return found
  }
}
