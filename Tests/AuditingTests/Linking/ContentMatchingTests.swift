import Auditing
import Testing

@Suite struct ContentMatchingTests {
  @Test func `the pairs are those that trying all pairings finds best`() throws {
    var met: Set<Int> = []
    for seed in PropertyRuns.seeds() {
      let bucket = try RandomBucket(seed: seed)
      let best = BruteForcePairing.pair(bucket.days)
      let audit = Auditor.audit(BookBuilder.books(bucket.rows))
      #expect(bucket.partners(audit) == best, "seed \(seed)")
      let ambiguous = audit.findings.filter { $0.record.rule == "ambiguous-match" }
      #expect(
        ambiguous.map(\.record.receivedID).sorted() == bucket.ambiguous(best), "seed \(seed)")
      met.insert(best.count { $0 != nil })
    }
    #expect(met.isSuperset(of: 0...4))
  }

  @Test(arguments: [
    ("2023-04-02", false), ("2023-04-03", true), ("2023-04-13", true), ("2023-04-14", false),
  ]) func `a mirror is issued nought to ten days later`(date: String, isPair: Bool) throws {
    try expect(
      "received R1 from Konsult A, 1 250.00 SEK, 2023-04-03\nsent S1, \(date)",
      links: isPair ? ["S1 R1 content content"] : [])
  }

  @Test(arguments: [
    "1 250.01 SEK", "1 250.00 EUR", "credit-note", "to Kund L", "deleted", "cancelled", "credited",
  ]) func `what does not agree, or is dead, is no pair`(sent: String) throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      source for Kund K
      sent S1, \(sent)
      """, links: [])
  }

  @Test func `net, VAT and a status apart do not matter, nor the customer without a source`() throws
  {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      sent S1, 1 250.00 SEK, net 1 100.00, to Kund L, draft
      """, links: ["S1 R1 content content"])
  }

  @Test func `what is out of scope, cancelled, received twice or has a live mirror takes no part`()
    throws
  {
    try expect(
      """
      companies "Konsult A"
      received R1 from Hyra, 1 250.00 SEK, 2023-04-03
      received R2 from Konsult A, 1 250.00 SEK, 2023-04-03, cancelled
      received R3 from Konsult A, 1 250.00 SEK, 2023-04-03, number 7
      received R4 from Konsult A, 1 250.00 SEK, 2023-04-03, number 7
      sent S1
      sent S2
      """, links: ["S1 R3 content content", "S2 R3 furtherMirror content"])
  }

  @Test func `a dead mirror leaves room for a live one`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      sent S1 mirrors R1, deleted
      sent S2
      """, links: ["S1 R1 statedMirror mirror_of R1", "S2 R1 content content"])
  }

  @Test func `a credit note that names what it credits pairs with a credit note, once only`() throws
  {
    try expect(
      """
      received R0 from Konsult A, 1 250.00 SEK, 2023-04-03
      sent S0 mirrors R0
      received R1 from Konsult A, -1 250.00 SEK, 2023-04-05, credit-note
      sent C1 credits S0
      sent C2 credits S0, 2023-04-06
      """, links: ["S0 R0 statedMirror mirror_of R0", "C1 R1 content content"])
  }

  @Test func `a further mirror is of the nearest in days, then the smaller id`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-01
      sent S1 mirrors R1
      received 10 from Konsult A, 1 250.00 SEK, 2023-04-03
      sent S2 mirrors 10
      received 9 from Konsult A, 1 250.00 SEK, 2023-04-03
      sent S3 mirrors 9
      received R4 from Konsult A, 1 250.00 SEK, 2023-04-06
      sent S4 mirrors R4
      sent S5, 2023-04-05
      sent S6, 2023-04-20
      """,
      links: [
        "S1 R1 statedMirror mirror_of R1", "S2 10 statedMirror mirror_of 10",
        "S3 9 statedMirror mirror_of 9", "S4 R4 statedMirror mirror_of R4",
        "S5 9 furtherMirror content",
      ])
  }
}
