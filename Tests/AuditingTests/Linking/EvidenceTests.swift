import Auditing
import Testing

/// A sent invoice for which everything speaks, each for another received invoice.
@Suite struct EvidenceTests {
  private static let books = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-01
    received R2 from Konsult A, 1 250.00 SEK, 2023-04-01
    received R3 from Konsult A, 1 250.00 SEK, 2023-04-01
    received mirror:R5:0 from Konsult A, 1 250.00 SEK, 2023-04-01
    received R5 from Konsult A, 1 250.00 SEK, 2023-04-01
    received R6 from Konsult A, 1 250.00 SEK, 2023-04-01, number N6
    received R7 from Konsult A, 1 250.00 SEK, 2023-04-01
    received R8 from Konsult A, 1 250.00 SEK, 2023-04-01
    received R9 from Konsult A, 1 250.00 SEK, 2023-04-03
    sent S1 mirrors R1, key mirror:R5:0, reference "Avser N6", 2023-04-03
    attempt at 2023-04-03T08:00:00Z for R2, created S1
    attempt at 2023-04-03T08:00:00Z for R3, timeout, key mirror:R5:0
    flag R7 unprocessed naming S1
    attempt at 2023-04-03T08:00:00Z for R8, replayed S1

    """

  /// From the strongest: where the link leads, and what takes its evidence away.
  private static let evidence: [(link: String, remove: @Sendable (inout BookRows) -> Void)] = [
    ("S1 R1 statedMirror mirror_of R1", { $0.sent[0].mirrorOf = "" }),
    ("S1 R2 claim created-attempt S1", { $0.attempts.removeAll { $0.receivedID == "R2" } }),
    ("S1 R3 claim tried-key mirror:R5:0", { $0.attempts.removeAll { $0.receivedID == "R3" } }),
    (
      "S1 mirror:R5:0 claim received-id-as-key mirror:R5:0",
      { $0.received.removeAll { $0.invoice.id == "mirror:R5:0" } }
    ),
    ("S1 R5 claim intent-key mirror:R5:0", { $0.sent[0].key = "" }),
    ("S1 R6 claim reference N6", { $0.sent[0].reference = "" }),
    ("S1 R7 claim flag S1", { $0.flags = [] }),
    ("S1 R8 claim other-attempt S1", { $0.attempts = [] }),
    ("S1 R9 content content", { $0.received.removeAll { $0.invoice.id == "R9" } }),
    ("S1 R1 content content", { $0.received = [] }),
  ]

  @Test(arguments: evidence.indices)
  func `each piece of evidence that is taken away moves the link to the next`(removed: Int) throws {
    var rows = try BookText.read(Self.books)
    for evidence in Self.evidence.prefix(removed) { evidence.remove(&rows) }
    let audit = Auditor.audit(BookBuilder.books(rows))
    #expect(lines(audit.links, audit.books) == [Self.evidence[removed].link])
  }

  @Test func `the weakest of all is a further mirror`() throws {
    var rows = try BookText.read(Self.books)
    for evidence in Self.evidence.prefix(8) { evidence.remove(&rows) }
    for received in rows.received {
      var mirror = rows.sent[0]
      mirror.invoice.id = "M-\(received.invoice.id)"
      mirror.mirrorOf = received.invoice.id
      rows.sent.append(mirror)
    }
    let audit = Auditor.audit(BookBuilder.books(rows))
    #expect(lines(audit.links, audit.books).contains("S1 R9 furtherMirror content"))
  }

  @Test func `of claims as strong the smaller received id wins`() throws {
    let books = """
      received 10 from Konsult A, 1 250.00 SEK, 2023-04-01, number 7
      received 9 from Konsult A, 1 250.00 SEK, 2023-04-01, number 7
      received 8 from Konsult A, 1 250.00 SEK, 2023-04-01, number 8
      sent S1, reference "7 8"
      """
    try expect(books, links: ["S1 8 claim reference 8"])
    try expect(
      books + "\nsent S2, reference 7", links: ["S1 8 claim reference 8", "S2 9 claim reference 7"])
  }
}
