package import Invoicing

/// What some findings move in one currency, in minor units.
package struct Stake: Equatable, Sendable {
  package let currency: Currency
  package private(set) var findings = 0
  /// Billed too little, as a size: 0 or more.
  package private(set) var tooLittle: Int128 = 0
  /// Billed too much: 0 or more.
  package private(set) var tooMuch: Int128 = 0

  package init(_ currency: Currency) { self.currency = currency }

  package var effect: Int128 { tooMuch - tooLittle }

  /// Whether any of the findings moves money; their effects may still add up to 0.
  package var movesMoney: Bool { tooLittle != 0 || tooMuch != 0 }

  mutating func add(effect: Int128) {
    findings += 1
    if effect < 0 { tooLittle -= effect } else { tooMuch += effect }
  }

  /// Adds what other findings of the currency move.
  mutating func add(_ other: Stake) {
    findings += other.findings
    tooLittle += other.tooLittle
    tooMuch += other.tooMuch
  }
}
