import Auditing
import Testing

@Suite struct MissingAttachmentTests {
  private static let books = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
    source q1 for Kund K
    sent S1 mirrors R1
    attachment of R1, name hotel.pdf, sha bb
    attachment of R1, name train.pdf, sha aa

    """

  @Test func `a receipt that is not on the mirror is found once for all of them`() throws {
    try expect(Self.books, finds: ["missing-attachment R1 S1 0.00 SEK"])
    let cause = try findings(of: "missing-attachment", in: Self.books)[0].record.cause
    #expect(cause.contains("2 receipts"))
    #expect(cause.contains("receipt hotel.pdf (sha256 bb); receipt train.pdf (sha256 aa)"))
  }

  @Test func `the content counts, not the name`() throws {
    try expect(
      Self.books + """
        attachment of S1, name train.pdf, sha cc
        attachment of S1, name 1.pdf, sha aa
        """, finds: ["missing-attachment R1 S1 0.00 SEK"])
    try expect(
      Self.books + """
        attachment of S1, name 2.pdf, sha bb
        attachment of S1, name 1.pdf, sha aa
        """, finds: [])
  }

  @Test func `files of the mirror or the source alone are no receipts`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      source q1 for Kund K
      sent S1 mirrors R1
      attachment of S1, sha aa
      attachment of q1, sha bb
      """, finds: [])
  }
}
