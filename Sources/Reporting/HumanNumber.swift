internal import Invoicing

/// Numbers as people read them: thousands apart, a word for what is counted.
enum HumanNumber {
  /// `1 234 567`.
  static func count(_ count: Int) -> String { grouped(String(count)) }

  /// `1 row`, `2 rows`; the plural is the singular with an `s` unless given.
  static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(Self.count(count)) \(count == 1 ? one : many ?? one + "s")"
  }

  /// `-1 250.00`.
  static func amount(_ minorUnits: Int128, _ currency: Currency) -> String {
    grouped(Money.decimal(minorUnits, decimals: currency.decimals))
  }

  /// With a sign before what is above 0 too: `+1 250.00`.
  static func change(_ minorUnits: Int128, _ currency: Currency) -> String {
    (minorUnits > 0 ? "+" : "") + amount(minorUnits, currency)
  }

  /// The text with the thousands of its amounts apart, by no-break spaces.
  ///
  /// An amount is a decimal before a currency.
  static func groupingAmounts(in text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return words.enumerated().map { index, word in
      guard index + 1 < words.count, Currency(String(words[index + 1].prefix(3))) != nil,
        !words[index + 1].dropFirst(3).contains(where: { $0.isLetter || $0.isNumber }),
        word.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") })
      else { return word }
      return unbroken(grouped(word))
    }.joined(separator: " ")
  }

  /// With no-break spaces instead of spaces.
  static func unbroken(_ text: String) -> String { text.replacing(" ", with: "\u{A0}") }

  /// A decimal as an extract writes it, its thousands apart.
  static func grouped(_ decimal: String) -> String {
    let sign = decimal.hasPrefix("-") ? "-" : ""
    let unsigned = decimal.dropFirst(sign.count)
    let point = unsigned.firstIndex(of: ".") ?? unsigned.endIndex
    var whole = ""
    for (index, digit) in unsigned[..<point].enumerated() {
      let rest = unsigned.distance(from: unsigned.startIndex, to: point) - index
      if index > 0, rest % 3 == 0 { whole += " " }
      whole.append(digit)
    }
    return sign + whole + unsigned[point...]
  }
}
