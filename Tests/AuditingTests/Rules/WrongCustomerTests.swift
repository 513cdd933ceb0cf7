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
}
