import Invoicing
import Testing

@Suite struct DecimalReadingTests {
  @Test(arguments: [
    ("1250.00", 2, 125_000), ("1250", 2, 125_000), ("1250.5", 2, 125_050), ("-0.05", 2, -5),
    ("0", 2, 0), ("-0", 2, 0), ("+1", 2, 100), (".5", 2, 50), ("1.5000", 2, 150), ("1250", 0, 1250),
    ("1250.000", 0, 1250), ("1.234", 3, 1234), ("25", 4, 250_000), ("0000000000000000000001", 0, 1),
    ("9999999999999.99", 2, 999_999_999_999_999), ("-999999999999999", 0, -999_999_999_999_999),
    ("0.0100000000000000000000", 2, 1),
  ]) func `a decimal is a number of its smallest units`(
    text: String, decimals: Int, units: Int64
  ) throws {
    #expect(try DecimalReading.read(Array(text.utf8).span, decimals: decimals) == units)
  }

  @Test(arguments: [
    ("", 2, DecimalFault.notANumber), ("-", 2, .notANumber), (".", 2, .notANumber),
    ("5.", 2, .notANumber), ("1,5", 2, .notANumber), ("1 250", 2, .notANumber),
    ("1.2.3", 2, .notANumber), ("1.234.5", 2, .notANumber), ("1.234,5", 2, .notANumber),
    ("1e3", 2, .notANumber), ("--1", 2, .notANumber), ("1-", 2, .notANumber), ("٣", 2, .notANumber),
    ("−1", 2, .notANumber), ("0x10", 2, .notANumber), ("1.001x", 2, .notANumber),
    ("99999999999999999999x", 2, .notANumber), ("99999999999999999999.1.2", 2, .notANumber),
    ("99999999999999999999.", 2, .notANumber),
    ("1.001", 2, .tooManyDecimals), ("1.5", 0, .tooManyDecimals), ("1.0001", 3, .tooManyDecimals),
    ("10000000000000.00", 2, .tooLarge), ("10000000000000", 2, .tooLarge),
    ("1000000000000000", 0, .tooLarge), ("-1000000000000000", 0, .tooLarge),
    ("99999999999999999999999999999999.5", 2, .tooLarge), ("999999999999999", 4, .tooLarge),
  ]) func `what is none, too fine or too large is told apart`(
    text: String, decimals: Int, fault: DecimalFault
  ) {
    #expect(throws: fault) { try DecimalReading.read(Array(text.utf8).span, decimals: decimals) }
  }

  /// Whatever stands around it, what is read at once is what is read digit by digit.
  @Test(arguments: [
    "0.00", "-0.00", "1.00", "9.99", "-12.34", "1250.00", "99999999.99", "-99999999.99",
    "100000000.00", "1250", "1.5", ".50", "-.50", "5.", "1,50", "1.2.3", "+1.00", "--1.00",
    "1-2.00", "12:4.00", "12/4.00", "1.0/", "1.:0", "x1.00", "1.001", "", "-", "1", "12",
  ]) func `amounts of two decimals are read at once`(text: String) {
    let isPlain = text.wholeMatch(of: /-?[0-9]{1,8}\.[0-9]{2}/) != nil
    for before in ["", "7", "0000000000000000", "1234567.90,", "-,\u{ff}:/99999999"] {
      let bytes = Array("\(before)\(text)12345678".utf8)
      let start = UInt32(before.utf8.count)
      guard !text.isEmpty else { continue }
      let cents = DecimalReading.cents(bytes.span, in: start..<start + UInt32(text.utf8.count))
      let units = try? DecimalReading.read(Array(text.utf8).span, decimals: 2)
      #expect(cents == (isPlain && before.utf8.count > 10 ? units : cents == nil ? nil : units))
      #expect(isPlain || cents == nil)
    }
  }
}
