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
}
