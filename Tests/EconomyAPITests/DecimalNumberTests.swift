internal import EconomyAPI
internal import Testing

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    ("0", 0, 0), ("1", 1, 0), ("-1.50", -150, 2), ("+7", 7, 0), ("0.05", 5, 2),
    ("000.5", 5, 1), ("999999999999999999", 999_999_999_999_999_999, 0),
    ("0.000000000001", 1, 12), ("1e3", 1000, 0), ("1.25E+1", 125, 1), ("5e-3", 5, 3),
    ("0e99", 0, 0), ("1.0000000000000", 1, 0),
  ])
  func `a decimal is read exactly`(_ text: String, _ digits: Int64, _ places: Int) {
    #expect(DecimalNumber(text) == DecimalNumber(digits: digits, places: places))
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1,5", "1 000", "1.2.3", "e3", "1e", "1e+", "1e999", "1e18",
    "1234567890123456789", "0.0000000000001", "--1", "½", "0x10", "∞", "1e-13", "NaN",
  ])
  func `what is no such decimal is none`(_ text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test(arguments: [
    (0, 0, "0"), (150, 2, "1.50"), (-5, 2, "-0.05"), (-150, 2, "-1.50"), (5, 12, "0.000000000005"),
    (0, 2, "0.00"),
  ])
  func `a decimal is printed with its places`(_ digits: Int64, _ places: Int, _ text: String) {
    let number = DecimalNumber(digits: digits, places: places)
    #expect(number.description == text)
    #expect(DecimalNumber(text) == number)
  }

  @Test(arguments: [
    ("1.50", 2, 150), ("1.5", 2, 150), ("1.500", 2, 150), ("1.505", 2, nil), ("-25", 4, -250_000),
    ("999999999999999999", 4, nil),
  ])
  func `a decimal in units of so many places`(_ text: String, _ places: Int, _ units: Int64?) {
    #expect(DecimalNumber(text)?.units(places: places) == units)
  }
}
