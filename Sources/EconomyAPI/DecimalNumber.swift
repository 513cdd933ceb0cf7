/// An exact decimal, as the API's quantities, VAT percentages and currency rates are written.
package struct DecimalNumber: Hashable, Sendable {
  /// The number is `digits` ÷ 10^`places`.
  package var digits: Int64
  package var places: Int

  package init(digits: Int64, places: Int = 0) {
    self.digits = digits
    self.places = places
  }

  /// Digits and places stay below these: 18 digits in all, 12 of them decimals.
  package static let limit: Int64 = 1_000_000_000_000_000_000
  package static let mostPlaces = 12

  /// The decimal with this text (a sign, digits, one `.`, an exponent as JSON has it), or nil.
  ///
  /// Also nil where it has more digits or decimals than it may have.
  package init?(_ text: some StringProtocol) {
    self.init(utf8: Array(text.utf8)[...])
  }

  private init?(utf8 bytes: ArraySlice<UInt8>) {
    var rest = bytes
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let mantissa = rest.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    let exponent = Self.exponent(rest.dropFirst(mantissa.count))
    guard let exponent, let plain = Self.plain(mantissa) else { return nil }
    let moved = Self(digits: plain.digits, places: plain.places - exponent).brought()
    guard let moved else { return nil }
    digits = isNegative ? -moved.digits : moved.digits
    places = moved.places
  }

  /// The same number with no zero at the end of its decimals.
  package var shortest: DecimalNumber {
    var short = self
    while short.places > 0, short.digits % 10 == 0 {
      short.digits /= 10
      short.places -= 1
    }
    return short
  }

  /// The number in units of 10^-`places`, or nil where it is not a whole number of them.
  package func units(places wanted: Int) -> Int64? {
    var number = shortest
    guard number.places <= wanted else { return nil }
    while number.places < wanted {
      let (product, overflow) = number.digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      number = Self(digits: product, places: number.places + 1)
    }
    return number.digits
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// As it was read: `1.50` has two decimals.
  package var description: String {
    var text = String(digits.magnitude)
    if places > 0 {
      text = String(repeating: "0", count: max(0, places + 1 - text.utf8.count)) + text
      text.insert(".", at: text.index(text.endIndex, offsetBy: -places))
    }
    return digits < 0 ? "-" + text : text
  }
}

extension DecimalNumber {
  /// Digits with at most one `.` between them.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> DecimalNumber? {
    var number = DecimalNumber(digits: 0)
    var hasPoint = false
    for byte in bytes {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      let digit = byte &- 48
      guard digit < 10, number.digits < limit / 10 else { return nil }
      number.digits = number.digits * 10 + Int64(digit)
      if hasPoint { number.places += 1 }
    }
    let ends = [bytes.first, bytes.last]
    guard !bytes.isEmpty, !ends.contains(UInt8(ascii: ".")) else { return nil }
    return number
  }

  /// What stands behind the digits: nothing, or `e` with a small number.
  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.isEmpty { return 0 }
    var digits = bytes.dropFirst()
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard (1...2).contains(digits.count), digits.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    return isNegative ? -value : value
  }

  /// With places that a decimal may have, or nil.
  private func brought() -> DecimalNumber? {
    var number = self
    while number.places < 0 {
      if number.digits == 0 { return Self(digits: 0) }
      guard number.digits < Self.limit / 10 else { return nil }
      number = Self(digits: number.digits * 10, places: number.places + 1)
    }
    if number.places > Self.mostPlaces { number = number.shortest }
    return number.places <= Self.mostPlaces ? number : nil
  }
}

extension DecimalNumber: Comparable {
  /// By value; equal values with other places are in the order of their places.
  package static func < (a: Self, b: Self) -> Bool {
    let (left, right) = (a.scaled, b.scaled)
    return left == right ? a.places < b.places : left < right
  }

  /// On a scale that all decimals share.
  private var scaled: Int128 {
    var scaled = Int128(digits)
    for _ in places..<Self.mostPlaces { scaled *= 10 }
    return scaled
  }
}
