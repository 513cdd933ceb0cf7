import Invoicing
import Testing

@Suite struct CurrencyTests {
  @Test(arguments: [
    ("SEK", 2), ("EUR", 2), ("NOK", 2), ("USD", 2), ("HUF", 2), ("JPY", 0), ("ISK", 0), ("KRW", 0),
    ("CLP", 0), ("UGX", 0), ("VND", 0), ("XOF", 0), ("KWD", 3), ("BHD", 3), ("TND", 3), ("CLF", 4),
    ("UYW", 4), ("AED", 2), ("ZWL", 2), ("HRK", 2),
  ]) func `a currency has the decimals of ISO 4217`(code: String, decimals: Int) throws {
    let currency = try #require(Currency(code))
    #expect(currency.decimals == decimals)
    #expect(currency.code == code)
  }

  @Test(arguments: ["", "SE", "SEKK", "sek", "Sek", "XTS", "AAA", "ZZZ", "S€", "123", "SE "])
  func `another code is none`(code: String) {
    #expect(Currency(code) == nil)
  }

  @Test func `all codes are in order, each with a place of its own`() {
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { Character(Unicode.Scalar($0)) }
    var all: [Currency] = []
    for a in letters {
      for b in letters {
        all += letters.compactMap { Currency("\(a)\(b)\($0)") }
      }
    }
    #expect(all.count == Currency.count)
    #expect(all.map(\.ordinal) == Array(0..<Currency.count))
    #expect(all == all.sorted())
    #expect(all.allSatisfy { $0.decimals <= Money.mostDecimals })
  }
}
