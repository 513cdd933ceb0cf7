import Foundation
import GRDB
import Invoicing
import Snapshots
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `books come back from a snapshot as they went in`(seed: UInt64) throws {
    try withTemporaryFolder { folder in
      let draft = RandomBooks.draft(seed: seed, rows: 90)
      let books = Books(draft)
      let links = Self.links(of: books, seed: seed)
      let file = try SnapshotWriter.write(books, links: links, into: folder)
      let back = try SnapshotReader.read(file.path)
      #expect(BooksInWords(back) == BooksInWords(draft), "seed \(seed)")
      let again = Books(back)
      #expect(try SnapshotReader.header(of: file.path) == file.header)
      #expect(SnapshotIdentity(of: again) == SnapshotIdentity(of: books), "seed \(seed)")
      let found = try SnapshotReader.links(of: file.path, in: again)
      #expect(
        found.map { Self.words($0, again) } == links.map { Self.words($0, books) }, "seed \(seed)")
      #expect(
        SnapshotVerification.verify(file.path, expectedFileDigest: file.fileDigest) == [])
    }
  }

  @Test func `books that are read on two cores come back too`() throws {
    try withTemporaryFolder { folder in
      let draft = RandomBooks.draft(seed: 41, rows: 9000)
      let file = try SnapshotWriter.write(Books(draft), links: [], into: folder)
      let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
      try #require(try #require(size) > 1 << 20)
      #expect(BooksInWords(try SnapshotReader.read(file.path)) == BooksInWords(draft))
    }
  }

  @Test func `books of nothing come back too`() throws {
    try withTemporaryFolder { folder in
      let draft = RandomBooks.draft(seed: 1, rows: 0)
      let file = try SnapshotWriter.write(Books(draft), links: [], into: folder)
      #expect(BooksInWords(try SnapshotReader.read(file.path)) == BooksInWords(draft))
    }
  }

  @Test func `the same books give the same bytes, whatever their texts' handles`() throws {
    try withTemporaryFolder { folder in
      let draft = RandomBooks.draft(seed: 5, rows: 200)
      let first = try SnapshotWriter.write(Books(draft), links: [], into: "\(folder)/a")
      let back = try SnapshotReader.read(first.path)
      let second = try SnapshotWriter.write(Books(back), links: [], into: "\(folder)/b")
      #expect(first.fileDigest == second.fileDigest)
      #expect(first.header == second.header)
    }
  }

  @Test func `a person reads amounts as decimals and links as ids`() throws {
    try withTemporaryFolder { folder in
      let books = try TestBooks(takenAt: "2023-05-31T06:00:00Z")
        .received("R1", gross: -125_005, currency: "SEK")
        .received("R2", gross: 7, currency: "KWD").received("R3", gross: 1200, currency: "JPY")
        .sent("S1", gross: -125_005).books
      let link = Link(
        sent: 0, received: 0, step: .statedMirror, field: .mirrorOf,
        value: books.received.invoices.id[0])
      let file = try SnapshotWriter.write(books, links: [link], into: folder)
      try DatabaseQueue(path: file.path, configuration: .readOnly).read { db in
        let gross = try String.fetchAll(db, sql: "SELECT gross FROM received_decimal ORDER BY row")
        #expect(gross == ["-1250.05", "0.007", "1200"])
        let mirrors = try String.fetchAll(
          db, sql: "SELECT sent_id || ' mirrors ' || received_id || ' by ' || field FROM mirrors")
        #expect(mirrors == ["S1 mirrors R1 by mirror_of"])
      }
    }
  }

  @Test func `more suppliers than a head has room for come back too`() throws {
    try withTemporaryFolder { folder in
      var draft = RandomBooks.draft(seed: 8, rows: 9)
      let last = draft.source.count == 0 ? 0 : draft.source.invoices.row[draft.source.count - 1]
      for row in 0..<1500 {
        let next = UInt32(row) + last + 1
        draft.source.append(next, supplier: "supplier \(row)", &draft.texts)
      }
      let file = try SnapshotWriter.write(Books(draft), links: [], into: folder)
      #expect(BooksInWords(try SnapshotReader.read(file.path)) == BooksInWords(draft))
      try DatabaseQueue(path: file.path, configuration: .readOnly).read { db in
        let shown = try String.fetchAll(
          db, sql: "SELECT supplier FROM source WHERE supplier LIKE 'supplier %' ORDER BY row")
        #expect(shown == (0..<1500).map { "supplier \($0)" })
      }
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `the views show what the books say`(seed: UInt64) throws {
    try withTemporaryFolder { folder in
      let books = Books(RandomBooks.draft(seed: seed, rows: 90))
      let file = try SnapshotWriter.write(books, links: [], into: folder)
      try DatabaseQueue(path: file.path, configuration: .readOnly).read { db in
        let sql = """
          SELECT row || '|' || kind || '|' || status || '|' || currency || '|' || issue_date || '|'
            || coalesce(due_date, '-') || '|' || hex(customer) || '|' || gross || '|'
            || rounding || '|' || hex(mirror_of) FROM sent ORDER BY row
          """
        let rows = try String.fetchAll(db, sql: sql)
        #expect(rows == Self.shown(books), "seed \(seed)")
      }
    }
  }

  @Test func `a link that the sent row states is shown without a row of its own`() throws {
    try withTemporaryFolder { folder in
      var books = try TestBooks(takenAt: "2023-05-31T06:00:00Z")
        .received("R1").received("R2").sent("S1").sent("S2").sent("S3")
      let ids = books.draft.received.invoices.id
      books.draft.sent.mirrorOf = [ids[0], ids[0], ids[1]]
      let links = [
        Link(sent: 0, received: 0, step: .statedMirror, field: .mirrorOf, value: ids[0]),
        try books.link("S3", "R1"),
      ]
      let file = try SnapshotWriter.write(books.books, links: links, into: folder)
      try DatabaseQueue(path: file.path, configuration: .readOnly).read { db in
        let words = "sent_id || ' mirrors ' || received_id || ' by ' || field || ' ' || value"
        let mirrors = try String.fetchAll(db, sql: "SELECT \(words) FROM mirrors ORDER BY sent_id")
        #expect(mirrors == ["S1 mirrors R1 by mirror_of R1", "S3 mirrors R1 by flag S3"])
        let shown = try String.fetchAll(
          db, sql: "SELECT sent_row || received_row || step || value FROM links ORDER BY sent_row")
        #expect(shown == ["111R1", "312S3"])
        #expect(try Int.fetchAll(db, sql: "SELECT sent_row FROM links_rows") == [2, 3])
      }
    }
  }

  private static func hex(_ text: Text, _ books: Books) -> String {
    books.string(text).utf8.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  private static func shown(_ books: Books) -> [String] {
    let (sent, invoices) = (books.sent, books.sent.invoices)
    return (0..<sent.count).map { row in
      [
        "\(invoices.row[row])", invoices.kind[row].name, sent.status[row].name,
        invoices.currency[row].code, "\(invoices.issueDate[row])",
        sent.dueDate[row].map { "\($0)" } ?? "-", hex(sent.customer[row], books),
        "\(invoices.gross[row])", "\(invoices.rounding[row])", hex(sent.mirrorOf[row], books),
      ].joined(separator: "|")
    }
  }

  private static func links(of books: Books, seed: UInt64) -> [Link] {
    guard books.received.count > 0 else { return [] }
    var random = SplitMix(state: seed)
    return (0..<books.sent.count).filter { _ in Bool.random(using: &random) }.map { sent in
      let mirrored = books.sent.mirrorOf[sent]
      let stated = mirrored.isAbsent ? nil : books.received.invoices.id.firstIndex(of: mirrored)
      if let stated, Bool.random(using: &random) {
        return Link(
          sent: sent, received: stated, step: .statedMirror, field: .mirrorOf, value: mirrored)
      }
      let received = Int.random(in: 0..<books.received.count, using: &random)
      let value = Bool.random(using: &random) ? Text.absent : books.sent.invoices.id[sent]
      return Link(
        sent: sent, received: received, step: sent % 2 == 0 ? .content : .claim,
        field: sent % 3 == 0 ? .flag : .content, value: value)
    }
  }

  private static func words(_ link: Link, _ books: Books) -> String {
    "\(link.sent) \(link.received) \(link.step) \(link.field) \(books.string(link.value))"
  }
}

extension SourceColumns {
  fileprivate mutating func append(
    _ row: UInt32, supplier: String, _ texts: inout TextTable
  ) {
    invoices.row.append(row)
    invoices.id.append(texts.intern("source \(row)"))
    invoices.number.append(.absent)
    invoices.kind.append(.invoice)
    invoices.issueDate.append(CalendarDate(days: 19_000))
    invoices.currency.append(Currency.all[0])
    invoices.net.append(1)
    invoices.vat.append(0)
    invoices.rounding.append(0)
    invoices.gross.append(1)
    invoices.document.append(.absent)
    self.supplier.append(texts.intern(supplier))
    customer.append(texts.intern("customer"))
    status.append(.sent)
  }
}

extension Configuration {
  static var readOnly: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    return configuration
  }
}
