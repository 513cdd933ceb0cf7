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

  private static func links(of books: Books, seed: UInt64) -> [Link] {
    guard books.received.count > 0 else { return [] }
    var random = SplitMix(state: seed)
    return (0..<books.sent.count).filter { _ in Bool.random(using: &random) }.map { sent in
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

extension Configuration {
  static var readOnly: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    return configuration
  }
}
