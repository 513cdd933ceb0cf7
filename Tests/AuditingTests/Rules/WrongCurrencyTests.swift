import Testing

@Suite struct WrongCurrencyTests {
  @Test func `one gross is missing, the other too much, and amounts are not compared`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 900 JPY
      line of R1, mileage, net 1 000.00, vat 25
      line of S1, service, net 720, vat 25
      """,
      finds: ["wrong-currency R1 S1 -1250.00 SEK", "wrong-currency R1 S1 900 JPY"])
  }

  @Test func `the same figures in another currency are another amount`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 250.00 EUR
      """,
      finds: ["wrong-currency R1 S1 -1250.00 SEK", "wrong-currency R1 S1 1250.00 EUR"])
  }

  @Test func `a surplus in another currency is a duplicate alone`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed, naming S1
      sent S1 mirrors R1
      sent S2 mirrors R1, 100.00 EUR
      """, finds: ["duplicate-mirror R1 S2 100.00 EUR"])
  }
}
