import Testing

@Suite struct PartlyCreditedTests {
  private static let mirrored = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
    sent S1 mirrors R1

    """

  @Test func `corrections of less than the gross are its effect`() throws {
    try expect(
      Self.mirrored + """
        sent C1 credits S1, -500.00 SEK
        sent C2 credits S1, -749.99 SEK, draft
        """, finds: ["partly-credited R1 S1 -1249.99 SEK"])
  }

  @Test(arguments: [
    "sent C1 credits S1, -500.00 SEK, cancelled",
    "sent C1 credits S1, -500.00 SEK, deleted",
    "sent C1 credits S1, -500.00 EUR",
    "sent C1 credits S2, -500.00 SEK",
    "sent C1, -500.00 SEK, credit-note",
  ]) func `what ended, has another currency or names another is no correction`(note: String) throws
  {
    try expect(Self.mirrored + note, finds: [])
  }

  @Test func `a credit note that mirrors the supplier's own is no correction`() throws {
    try expect(
      Self.mirrored + """
        received R2 from Konsult A, -500.00 SEK, 2023-04-20, credit-note, processed
        sent C1 credits S1
        """, finds: [])
  }

  @Test func `the surplus of a duplicate is not judged`() throws {
    try expect(
      Self.mirrored + """
        sent S2 mirrors R1
        sent C2 credits S2, -500.00 SEK
        """, finds: ["duplicate-mirror R1 S2 750.00 SEK"])
  }

  @Test func `the effect is in the mirror's currency`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 100.00 EUR
      sent C1 credits S1, -40.00 EUR
      """,
      finds: [
        "partly-credited R1 S1 -40.00 EUR", "wrong-currency R1 S1 -1250.00 SEK",
        "wrong-currency R1 S1 100.00 EUR",
      ])
  }
}
