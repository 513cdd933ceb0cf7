import Auditing
import Testing

@Suite struct ClaimsTests {
  @Test func `a claim that agrees goes before a stronger one that does not`() throws {
    try expect(
      """
      received R1 from Konsult A, 99.00 SEK, 2023-04-01, number N1
      received R2 from Konsult A, 1 250.00 SEK, 2023-04-01
      sent S1, reference N1, key R1
      attempt at 2023-04-03T08:00:00Z for R1, created S1
      flag R2 processed naming S1
      """, links: ["S1 R2 claim flag S1"])
  }

  @Test(arguments: [
    ("attempt at 2023-04-03T08:00:00Z for R1, created S1", "created-attempt S1"),
    ("attempt at 2023-04-03T08:00:00Z for R1, failed, key k1", "tried-key k1"),
    ("attempt at 2023-04-03T08:00:00Z for R2, failed, key k1", nil),
    ("flag R1 processed naming S1", nil),
    ("attempt at 2023-04-03T08:00:00Z for R1, conflict S1", nil),
  ]) func `what a create or a key says links at once though it does not agree`(
    evidence: String, field: String?
  ) throws {
    try expect(
      """
      received R1 from Konsult A, 99.00 SEK, 2023-04-01
      sent S0, 2023-04-02
      sent S1, 1 250.00 SEK, key k1
      \(evidence)
      """,
      links: field.map { ["S0 R1 furtherMirror content", "S1 R1 claim \($0)"] }
        ?? ["S0 R1 content content"])
  }

  @Test func `a claim that waits links where step 3 left its invoice without a mirror`() throws {
    let books = """
      received R1 from Konsult A, 99.00 SEK, 2023-04-01, number N1
      sent S1, 90.00 SEK, reference N1

      """
    try expect(books, links: ["S1 R1 waitingClaim reference N1"])
    try expect(books + "sent S2", links: ["S2 R1 content content"])
    try expect(
      books + "sent S2 mirrors R1, deleted",
      links: ["S1 R1 waitingClaim reference N1", "S2 R1 statedMirror mirror_of R1"])
  }

  @Test func `waiting claims link by received id, then sent id, dead ones too`() throws {
    let books = """
      received 10 from Konsult A, 99.00 SEK, 2023-04-01
      received 9 from Konsult A, 99.00 SEK, 2023-04-01
      flag 9 processed naming S1
      flag 10 processed naming S2
      attempt at 2023-04-03T08:00:00Z for 10, conflict 7
      attempt at 2023-04-03T08:00:00Z for 9, conflict 8
      sent S1, 90.00 SEK
      sent S2, 90.00 SEK
      sent 8, 90.00 SEK

      """
    try expect(
      books + "sent 7, 90.00 SEK",
      links: ["7 10 waitingClaim other-attempt 7", "8 9 waitingClaim other-attempt 8"])
    try expect(
      books + "sent 7, 90.00 SEK, deleted",
      links: [
        "7 10 waitingClaim other-attempt 7", "8 9 waitingClaim other-attempt 8",
        "S2 10 waitingClaim flag S2",
      ])
  }

  @Test func `a dead sent invoice is claimed as a live one is`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-01
      sent S1, deleted
      sent S2, cancelled
      flag R1 processed naming S1
      attempt at 2023-04-03T08:00:00Z for R1, created S2
      """, links: ["S1 R1 claim flag S1", "S2 R1 claim created-attempt S2"])
  }

  @Test func `to agree is kind, currency, gross and the customer of the source`() throws {
    func field(_ sent: String) throws -> [String] {
      let audit = try audit(
        of: """
          received R1 from Konsult A, 1 250.00 SEK, 2023-04-01, number N1
          source for Kund K
          received R2 from Konsult A, 1 250.00 SEK, 2023-04-01
          sent S1, reference N1, \(sent)
          """)
      return lines(audit.links, audit.books)
    }
    #expect(try field("1 250.00 SEK, net 7.00") == ["S1 R1 claim reference N1"])
    #expect(try field("2023-01-01") == ["S1 R1 claim reference N1"])
    // Denied, it waits: step 3 pairs it with the other one, which has no source.
    #expect(try field("to Kund L") == ["S1 R2 content content"])
    for denied in ["1 250.01 SEK", "1 250.00 EUR", "credit-note"] {
      #expect(try field(denied) == ["S1 R1 waitingClaim reference N1"])
    }
  }

  @Test(arguments: ["R2, timeout", "ghost, timeout", "ghost, created S9"])
  func `a key that was tried for others too claims nothing`(other: String) throws {
    try expect(
      """
      received R1 from Konsult A, 99.00 SEK, 2023-04-01
      received R2 from Konsult A, 98.00 SEK, 2023-04-01
      sent S1, 1 250.00 SEK, key k1
      attempt at 2023-04-03T08:00:00Z for R1, timeout, key k1
      attempt at 2023-04-03T08:00:00Z for \(other), key k1
      """, links: [])
  }

  @Test(arguments: [
    ("mirror:R1:0", "R1"), ("mirror:R1:0123456789abcdef", "R1"), ("mirror:a%3Ab:0", "\"a:b\""),
    ("mirror:a:b:0", "\"a:b\""), ("mirror:%C3%B6%20:0", "\"ö \""), ("mirror:50%:0", "\"50%\""),
  ]) func `an intent key names its received invoice, on the wire or not`(key: String, id: String)
    throws
  {
    let name = id.filter { $0 != "\"" }
    try expect(
      """
      received \(id) from Konsult A, 99.00 SEK, 2023-04-01
      sent S1, 1 250.00 SEK, key "\(key)"
      """, links: ["S1 \(name) claim intent-key \(key)"])
  }

  @Test(arguments: [
    "mirror:R1:1", "mirror:R1:", "mirror:R1", "mirror::0", "Mirror:R1:0", "mirror:", "",
  ])
  func `what has not the form of an intent key is none`(key: String) throws {
    try expect(
      """
      received R1 from Konsult A, 99.00 SEK, 2023-04-01
      sent S1, 1 250.00 SEK, key "\(key)"
      """, links: [])
  }

  @Test func `a credit note that names what it credits follows pointers to credit notes only`()
    throws
  {
    try expect(
      """
      received R0 from Konsult A, 1 250.00 SEK, 2023-04-01, number N0
      sent S0 mirrors R0
      received R1 from Konsult A, -250.00 SEK, 2023-04-10, credit-note
      sent C0 credits S0, mirrors R0, -40.00 SEK, reference N0, key R0
      sent C1 credits S0, mirrors R0, -50.00 SEK, key R1
      sent C2 credits S0, mirrors R1, -60.00 SEK
      """,
      links: [
        "C1 R1 claim received-id-as-key R1", "C2 R1 statedMirror mirror_of R1",
        "S0 R0 statedMirror mirror_of R0",
      ])
  }

  @Test func `what is out of scope takes part in steps 1, 2 and 4, and in nothing else`() throws {
    try expect(
      """
      companies "Konsult A"
      received R1 from Hyra, 1 250.00 SEK, 2023-04-01
      sent S1 mirrors R1
      received R2 from Hyra, 1 250.00 SEK, 2023-04-01, number N2
      sent S2, reference N2
      received R3 from Hyra, 1 250.00 SEK, 2023-04-01, number N3
      sent S3, 1 251.00 SEK, reference N3
      received R4 from Hyra, 1 250.00 SEK, 2023-04-01
      sent S4
      """,
      links: [
        "S1 R1 statedMirror mirror_of R1", "S2 R2 claim reference N2",
        "S3 R3 waitingClaim reference N3",
      ])
  }
}
