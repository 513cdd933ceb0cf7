import Auditing
import Invoicing
import Testing

@Suite struct FindingRecordTests {
  private static let duplicate = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, number 17, processed, naming S1
    source for Kund K
    sent S1 mirrors R1
    sent 10 mirrors R1, to Kund L
    sent 9 mirrors R1, to Kund L
    """

  @Test func `a record tells the received invoice, the kept mirror and the money it moves`() throws
  {
    let record = try findings(of: "duplicate-mirror", in: Self.duplicate)[0].record
    #expect(record.receivedID == "R1")
    #expect([record.supplier, record.number, record.customer] == ["Konsult A", "17", "Kund K"])
    #expect(record.mirrorID == "S1")
    #expect(record.sentIDs == ["9", "10"])
    #expect(record.gross == 125_000)
    #expect(record.effect == 250_000)
    #expect(record.ageDays == 58)
    #expect(record.state == .new)
    #expect(record.repair == .cancelInvoice)
  }

  /// Made by `printf 'duplicate-mirror\x1fR1\x1fKonsult A\x1f17\x1f9;10\x1fSEK\x1f' | sha256sum`
  /// and the like.
  @Test func `a fingerprint is the digest of what names the finding`() throws {
    let duplicate = try findings(of: "duplicate-mirror", in: Self.duplicate)
    #expect(duplicate.map(\.record.fingerprint) == ["b726473828f88fb0"])
    let ofSource = try findings(
      of: "never-received",
      in: """
        received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, cancelled
        source for Kund K
        source q2 for Kund K, number 7
        """)
    #expect(ofSource.map(\.record.fingerprint) == ["31b8d7752b8954b6"])
  }

  @Test func `findings come by severity, then size on one scale, then rule, then ids`() throws {
    let found = try audit(
      of: """
        received 10 from Konsult A, 100.00 SEK, 2023-05-31, processed
        received 9 from Konsult A, 100.00 SEK, 2023-05-31, number 9b, processed
        received R3 from Konsult A, 101 JPY, 2023-05-31, processed
        received R4 from Konsult A, 99.999 KWD, 2023-05-31, processed
        received R5 from Konsult A, -500.00 SEK, 2023-05-31, credit-note, processed
        received R6 from Konsult A, 9 000.00 SEK, 2023-04-03
        received R7 from Konsult A, 70.00 SEK, 2023-05-01, processed
        source for Kund K
        sent S7 mirrors R7, to Kund L, draft
        """
    ).findings.filter { $0.record.rule != "source-missing" }
    #expect(
      lines(found) == [
        "missing-mirror R5 - 500.00 SEK", "missing-mirror R3 - -101 JPY",
        "missing-mirror 9 - -100.00 SEK", "missing-mirror 10 - -100.00 SEK",
        "missing-mirror R4 - -99.999 KWD", "wrong-customer R7 S7 0.00 SEK",
        "overdue-mirror R6 - -9000.00 SEK", "unsent-mirror R7 S7 0.00 SEK",
      ])
  }

  @Test func `its evidence are rows of the extract, and the links of the case`() throws {
    let finding = try findings(of: "duplicate-mirror", in: Self.duplicate)[0]
    let origins = finding.evidence.map { "\($0.origin)" }
    #expect(
      finding.evidence.map(\.origin) == [
        .row(.received, 1), .row(.sent, 3), .row(.sent, 2), .row(.sent, 1), .row(.processed, 1),
      ], "\(origins)")
    #expect(finding.links.map(\.sent) == [2, 1, 0])
    #expect(finding.links.allSatisfy { $0.step == .statedMirror && $0.field == .mirrorOf })
  }
}
