import Testing

@Suite struct CreditedMirrorTests {
  private static let mirrored = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
    sent S1 mirrors R1

    """

  @Test(arguments: [
    "sent C1 credits S1, -1 250.00 SEK",
    "sent C1 credits S1, -1 250.00 SEK, draft",
    "sent C1 credits S1, -500.00 SEK\nsent C2 credits S1, -750.00 SEK",
  ]) func `a mirror credited in full is found`(notes: String) throws {
    try expect(Self.mirrored + notes, finds: ["credited-mirror R1 S1 -1250.00 SEK"])
  }

  @Test(arguments: ["cancelled", "deleted"])
  func `a credit note that ended credits nothing`(status: String) throws {
    let note = "\nsent C1 credits S1, -1 250.00 SEK, \(status)"
    try expect(Self.mirrored + note, finds: [])
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, credited\(note)
      """, finds: ["credited-mirror R1 S1 -1250.00 SEK"])
  }

  @Test func `the status alone counts where no credit note names the invoice`() throws {
    let credited = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, credited

      """
    try expect(credited, finds: ["credited-mirror R1 S1 -1250.00 SEK"])
    try expect(
      credited + "sent C1 credits S1, -250.00 SEK", finds: ["partly-credited R1 S1 -250.00 SEK"])
    try expect(credited + "sent C1 credits S1, -100.00 EUR", finds: [])
  }

  @Test func `a credit note that mirrors the supplier's own leaves the mirror alive`() throws {
    try expect(
      Self.mirrored + """
        received R2 from Konsult A, -1 250.00 SEK, 2023-04-10, credit-note, processed
        sent C1 credits S1, mirrors R2
        """, finds: [])
  }

  @Test func `a mirror of nothing is dead once anything corrects it`() throws {
    try expect(
      """
      received R1 from Konsult A, 0.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1
      sent C1 credits S1, -0.01 SEK
      """, finds: ["credited-mirror R1 S1 0.00 SEK", "over-credited R1 S1 -0.01 SEK"])
  }

  @Test func `a credit note of the wrong sign does not reach a credit note's gross`() throws {
    try expect(
      """
      received R1 from Konsult A, -1 250.00 SEK, 2023-04-03, credit-note, processed
      sent S1 mirrors R1
      sent C1 credits S1, -1 250.00 SEK
      """, finds: ["partly-credited R1 S1 -1250.00 SEK"])
    try expect(
      """
      received R1 from Konsult A, -1 250.00 SEK, 2023-04-03, credit-note, processed
      sent S1 mirrors R1
      sent C1 credits S1, 1 250.00 SEK
      """, finds: ["credited-mirror R1 S1 1250.00 SEK"])
  }

  @Test func `all credited ones are named, by size`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      sent 10 mirrors R1, credited
      sent 9 mirrors R1, credited
      """, finds: ["credited-mirror R1 9;10 -1250.00 SEK"])
  }
}
