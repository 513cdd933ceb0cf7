import Invoicing
import Snapshots
import Testing

@Suite struct VanishedCarryTests {
  /// Writes one snapshot after the other, each with all its invoices linked to R1.
  ///
  /// What is carried from the file is carried from the books in memory too.
  private static func story(_ days: [(day: Int, sent: [String], covers: String?)]) throws
    -> [[String]]
  {
    try withTemporaryFolder { folder in
      var before: String?
      var last: (books: Books, identity: String, links: [Link])?
      return try days.map { day in
        var books = try TestBooks(
          takenAt: "2023-05-0\(day.day)T06:00:00Z", coversFrom: day.covers
        ).received("R1")
        for id in day.sent { books = try books.sent(id) }
        let links = try day.sent.map { try books.link($0, "R1") }
        var inMemory = books.draft
        if let last {
          VanishedCarry.carry(
            from: last.books, identity: last.identity, links: last.links,
            vanishedOwners: last.books.vanished.receivedID, into: &inMemory)
        }
        if let before { try VanishedCarry.carry(from: before, into: &books.draft) }
        #expect(Self.words(inMemory) == Self.words(books.draft))
        #expect(inMemory.before == books.draft.before)
        let file = try SnapshotWriter.write(books.books, links: links, into: folder)
        before = file.path
        last = (books.books, file.header.identity, links)
        return Self.words(books.draft)
      }
    }
  }

  private static func words(_ draft: BooksDraft) -> [String] {
    let vanished = draft.vanished
    return (0..<vanished.count).map { row in
      let texts = [vanished.sentID, vanished.receivedID].map { draft.texts.string($0[row]) }
      return texts.joined(separator: " of ") + " seen \(vanished.lastSeen[row].date)"
    }
  }

  @Test func `a linked invoice vanishes, stays so, and comes back`() throws {
    let story = try Self.story([
      (1, ["S1", "S2"], nil), (2, ["S2"], nil), (3, ["S2"], nil), (4, ["S1", "S2"], nil),
    ])
    #expect(
      story == [[], ["S1 of R1 seen 2023-05-01"], ["S1 of R1 seen 2023-05-01"], []])
  }

  @Test func `vanished invoices stand in the order of their ids`() throws {
    let story = try Self.story([(1, ["10", "S1", "9", "a"], nil), (2, ["a"], nil), (3, [], nil)])
    #expect(
      story[2].map { $0.prefix { $0 != " " } } == ["9", "10", "S1", "a"])
    #expect(story[2].last == "a of R1 seen 2023-05-02")
  }

  @Test func `an invoice older than what the new books cover is unknown, not vanished`() throws {
    let story = try Self.story([(1, ["S1"], nil), (2, [], "2023-04-04")])
    #expect(story == [[], []])
  }

  @Test func `an invoice of the first covered day vanishes`() throws {
    let story = try Self.story([(1, ["S1"], nil), (2, [], "2023-04-03")])
    #expect(story[1] == ["S1 of R1 seen 2023-05-01"])
  }

  @Test func `one that has vanished already is carried on, whatever the books cover`() throws {
    let story = try Self.story([(1, ["S1"], nil), (2, [], nil), (3, [], "2023-04-04")])
    #expect(story[2] == ["S1 of R1 seen 2023-05-01"])
  }

  @Test func `an invoice that nobody linked does not vanish`() throws {
    try withTemporaryFolder { folder in
      let first = try TestBooks(takenAt: "2023-05-01T06:00:00Z").received("R1").sent("S1")
      let file = try SnapshotWriter.write(first.books, links: [], into: folder)
      var second = try TestBooks(takenAt: "2023-05-02T06:00:00Z").received("R1")
      try VanishedCarry.carry(from: file.path, into: &second.draft)
      #expect(second.draft.vanished.count == 0)
      #expect(
        second.draft.before
          == SnapshotBefore(identity: file.header.identity, takenAt: first.draft.header.takenAt))
    }
  }

  @Test func `it keeps number, customer, date and amount, and the owner that the audit found`()
    throws
  {
    try withTemporaryFolder { folder in
      var books = try TestBooks(takenAt: "2023-05-01T06:00:00Z").received("R1").received("R2")
        .sent("S1", gross: 77)
      let first = try SnapshotWriter.write(
        books.books, links: [try books.link("S1", "R1")], into: folder)
      books = try TestBooks(takenAt: "2023-05-02T06:00:00Z").received("R1").received("R2")
      try VanishedCarry.carry(from: first.path, into: &books.draft)
      let vanished = books.draft.vanished
      #expect(books.draft.texts.string(vanished.number[0]) == "N-S1")
      #expect(books.draft.texts.string(vanished.customer[0]) == "Kund K")
      #expect(vanished.kind == [.invoice])
      #expect(vanished.issueDate.map(\.description) == ["2023-04-03"])
      #expect(vanished.currency.map(\.code) == ["SEK"])
      #expect(vanished.gross == [77])
      let owner = books.draft.received.invoices.id[1]
      let second = try SnapshotWriter.write(
        books.books, links: [], vanishedOwners: [owner], into: folder)
      #expect(Self.words(try SnapshotReader.read(second.path)) == ["S1 of R2 seen 2023-05-01"])
      #expect(SnapshotVerification.verify(second.path, expectedFileDigest: nil) == [])
    }
  }

  @Test func `a thousand that vanish at once are all carried`() throws {
    try withTemporaryFolder { folder in
      var books = try TestBooks(takenAt: "2023-05-01T06:00:00Z").received("R1")
      for id in 1...1203 { books = try books.sent("\(id)") }
      let links = (0..<1203).map {
        Link(sent: $0, received: 0, step: .claim, field: .flag, value: .absent)
      }
      let file = try SnapshotWriter.write(books.books, links: links, into: folder)
      var next = try TestBooks(takenAt: "2023-05-02T06:00:00Z").received("R1").sent("600")
      try VanishedCarry.carry(from: file.path, into: &next.draft)
      let expected = (1...1203).filter { $0 != 600 }.map(String.init)
      #expect(next.draft.vanished.sentID.map { next.draft.texts.string($0) } == expected)
    }
  }
}
