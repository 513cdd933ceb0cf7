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
    try BooksReading.read(file, into: &draft)
    draft.inputs = try OriginsReading.inputs(of: file)
    draft.documents = try OriginsReading.documents(of: file)
    draft.rejected = try OriginsReading.rejected(of: file)
    return draft
  }

  /// The links that the file tells, by the places of their invoices in books read from it.
  ///
  /// - Throws: `SnapshotError`.
  package static func links(
    of path: String, in books: Books
  ) throws(SnapshotError) -> [Link] {
    var untold: [Int: Link?] = [:]
    let table = SnapshotTables.links([], of: EmptyBooks.coding)
    try StoredSnapshot(path).rows(of: table) { row in
      let ledger = books.sent.invoices.row
      guard let sent = ledger.place(of: try row.rowNumber(0)) else {
        throw row.bad(0, "a sent invoice's row")
      }
      untold[sent] = .some(row.isNull(1) ? nil : try link(of: sent, row, books))
    }
    let received = books.received.invoices
    let places = TextNumbers(
      ids: received.id, rows: RowNumbers(upTo: received.count))
    return (0..<books.sent.count).compactMap { sent in
      if let link = untold[sent] { return link }
      let value = books.sent.mirrorOf[sent]
      let place = Int(places[value])
      return place == 0
        ? nil
        : Link(
          sent: sent, received: place - 1, step: .statedMirror, field: .mirrorOf, value: value)
    }
  }

  private static func link(
    of sent: Int, _ row: StoredRow, _ books: Books
  ) throws(BadStoredCell) -> Link {
    let ledger = books.received.invoices.row
    let received = ledger.place(of: try row.rowNumber(1))
    guard let received, let value = try value(of: row, books),
      let step = UInt8(exactly: try row.integer(2)).flatMap(LinkStep.init(rawValue:))
    else {
      throw BadStoredCell(row: try row.integer(0), column: "link", expected: "of the books")
    }
    return Link(
      sent: sent, received: received, step: step, field: try row.code(3, LinkField.self),
      value: value)
  }

  private static func value(of row: StoredRow, _ books: Books) throws(BadStoredCell) -> Text? {
    guard row.isInteger(4) else { return row.withBytes(4) { books.texts.find($0) } }
    let received = books.received.invoices
    return received.row.place(of: try row.rowNumber(4)).map {
      received.id[$0]
    }
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
