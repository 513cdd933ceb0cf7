import Invoicing
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    (0, "SEK", "0.00"), (-5, "SEK", "-0.05"), (125_000, "SEK", "1250.00"), (99, "SEK", "0.99"),
    (100, "SEK", "1.00"), (-125_000, "JPY", "-125000"), (0, "JPY", "0"), (1234, "KWD", "1.234"),
    (-7, "KWD", "-0.007"), (12_345, "CLF", "1.2345"),
  ]) func `an amount has the decimals of its currency`(
    minorUnits: Int, code: String, written: String
  ) throws {
    #expect(Money(Int128(minorUnits), try #require(Currency(code))).decimal == written)
  }

  @Test func `sums go beyond 64 bits`() throws {
    let sek = try #require(Currency("SEK"))
    #expect(Money(Int128(Int64.min) * 100, sek).decimal == "-9223372036854775808.00")
  }

  @Test(arguments: [
    ("SEK", 100, "JPY", 1, 0), ("SEK", -101, "JPY", 1, 1), ("KWD", 999, "SEK", 100, -1),
    ("CLF", 10_000, "SEK", -100, 0),
  ]) func `sizes are compared without their signs on one scale`(
    a: String, units: Int, b: String, otherUnits: Int, order: Int
  ) throws {
    let first = Money(Int128(units), try #require(Currency(a))).comparableSize
    let second = Money(Int128(otherUnits), try #require(Currency(b))).comparableSize
    #expect((first - second).signum() == Int128(order))
  }
}
