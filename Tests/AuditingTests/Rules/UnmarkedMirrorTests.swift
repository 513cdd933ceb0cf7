import Testing

@Suite struct UnmarkedMirrorTests {
  @Test(arguments: ["", "flag R1 unprocessed at 2023-04-04T08:00:00Z, naming S1"])
  func `a mirror without a set flag is found`(flag: String) throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      sent S1 mirrors R1
      \(flag)
      """, finds: ["unmarked-mirror R1 S1 0.00 SEK"])
  }

  @Test func `its currency is the received invoice's`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      sent S1 mirrors R1, 110.00 EUR
      """,
      finds: [
        "unmarked-mirror R1 S1 0.00 SEK", "wrong-currency R1 S1 -1250.00 SEK",
        "wrong-currency R1 S1 110.00 EUR",
      ])
  }

  @Test func `a set flag, or a second mirror, is not this`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1
      received R2 from Konsult A, 800.00 SEK, 2023-04-03
      sent S2 mirrors R2
      sent S3 mirrors R2
      """, finds: ["duplicate-mirror R2 S3 800.00 SEK"])
  }
}
