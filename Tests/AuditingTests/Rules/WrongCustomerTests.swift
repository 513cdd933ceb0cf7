import Testing

@Suite struct WrongCustomerTests {
  @Test func `a mirror that went to another customer is found`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      source for Kund K
      sent S1 mirrors R1, to Kund L, 1 250.00 SEK, 2023-04-04, sent
      """, finds: ["wrong-customer R1 S1 0.00 SEK"])
  }

  @Test func `the right customer, or no source at all, is no finding`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      source for Kund K
      sent S1 mirrors R1, to Kund K
      received R2 from Konsult B, 1 250.00 SEK, 2023-04-03, processed
      sent S2 mirrors R2, to Kund L
      """, finds: [])
  }

  @Test func `customers are compared byte by byte`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      source for Kund K
      sent S1 mirrors R1, to Kund k
      """, finds: ["wrong-customer R1 S1 0.00 SEK"])
  }

  @Test func `of several sources the one that agrees in currency and gross counts`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      source q1 for Kund L, 1 251.00 SEK
      source q3 for Kund L
      source q2 for Kund K
      source q0 for Kund L, 1 250.00 EUR
      source q0c for Kund L, credit-note
      source q0n for Kund L, number 8, draft
      source q0s for Kund L, from Konsult B, draft
      sent S1 mirrors R1, to Kund K
      """,
      finds: [
        "never-received - - 0.00 SEK"
      ])
  }

  @Test func `a source that is a draft or cancelled still names the customer`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      source for Kund K, draft
      sent S1 mirrors R1, to Kund L
      """, finds: ["source-differs R1 - 0.00 SEK", "wrong-customer R1 S1 0.00 SEK"])
  }

  @Test func `only the kept mirror is judged`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed, naming S1
      source for Kund K
      sent S1 mirrors R1
      sent S2 mirrors R1, to Kund L
      """, finds: ["duplicate-mirror R1 S2 1250.00 SEK"])
  }
}
