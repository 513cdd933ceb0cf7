internal import EconomyAPI
internal import Testing

@Suite struct MessageRoundTripTests {
  @Test(arguments: SampleMessage.all, WireFormat.allCases)
  func `a message comes back as it was written`(_ sample: SampleMessage, _ format: WireFormat)
    throws
  {
    #expect(try sample.comesBack(format))
  }
}
