package import Invoicing

/// Some findings in words, in their order, as bytes of UTF-8: what is written of them.
package struct ToldFindings: Sendable {
  /// A finding; the ranges are places in `texts`, or in the other list that is named.
  package struct Row: Sendable {
    package var figures: FindingFigures
    package var fingerprint = 0..<0
    package var receivedID = 0..<0
    package var supplier = 0..<0
    package var number = 0..<0
    package var mirrorID = 0..<0
    package var customer = 0..<0
    package var currency = 0..<0
    /// Decimals of the finding's currency.
    package var gross = 0..<0
    package var effect = 0..<0
    /// Minor units.
    package var grossMinorUnits: Int64 = 0
    package var ageDays = 0
    /// Digits of `ageDays`.
    package var age = 0..<0
    /// In `causes`.
    package var cause = 0..<0
    /// In `sentIDs`.
    package var sent = 0..<0
    /// In `facts`.
    package var evidence = 0..<0
    /// In `links`.
    package var linked = 0..<0
  }

  /// A piece of evidence, and its fields as places in `fields`.
  package struct Evidence: Sendable {
    package var origin: Fact.Origin
    package var fields: Range<Int>
    /// In `causes`.
    package var phrase: Range<Int>
  }

  package struct Field: Sendable {
    package var column: FactColumn
    /// In `causes` where it is said there, else in `texts`.
    package var value: Range<Int>
    package var isSaid: Bool
  }

  /// Nobody needs it; but what was read for it is at hand when the words are made.
  var fetched: UInt32 = 0
  /// The names that the figures' rules are places of.
  package internal(set) var rules: RuleNames
  package internal(set) var rows: [Row] = []
  package internal(set) var sentIDs: [Range<Int>] = []
  package internal(set) var facts: [Evidence] = []
  package internal(set) var fields: [Field] = []
  package internal(set) var links: [Link] = []
  package internal(set) var texts = WordBuffer()
  package internal(set) var causes = WordBuffer()

  package init() { rules = RuleNames() }

  init(rules: RuleNames) { self.rules = rules }

  /// Makes room for so many findings of the usual length.
  mutating func reserve(_ findings: Int) {
    rows.reserveCapacity(findings)
    sentIDs.reserveCapacity(findings * 2)
    facts.reserveCapacity(findings * 6)
    fields.reserveCapacity(findings * 24)
    links.reserveCapacity(findings * 2)
    texts.reserve(findings * 160)
    causes.reserve(findings * 400)
  }

  /// What stands in a field.
  @_lifetime(borrow self)
  package func value(of field: Field) -> Span<UInt8> {
    field.isSaid ? causes[field.value] : texts[field.value]
  }

  /// Appends ids of sent invoices, of places in `sentIDs`, joined by `;`.
  package func join(_ places: Range<Int>, to joined: inout [UInt8]) {
    for place in places {
      if place > places.lowerBound { joined.append(UInt8(ascii: ";")) }
      joined.append(texts[sentIDs[place]])
    }
  }

  /// Tells the numbers of a finding, the effect as its figures have it.
  mutating func addNumbers(_ row: inout Row, gross: Int64, ageDays: Int) {
    let currency = row.figures.currency
    row.currency = texts.add(currency)
    row.grossMinorUnits = gross
    row.gross = texts.add(Int128(gross), currency)
    row.effect = texts.add(row.figures.effect, currency)
    row.ageDays = ageDays
    row.age = texts.add(number: ageDays)
  }

  mutating func field(_ column: FactColumn, said value: Range<Int>) {
    fields.append(Field(column: column, value: value, isSaid: true))
  }

  mutating func field(_ column: FactColumn, unsaid value: Range<Int>) {
    fields.append(Field(column: column, value: value, isSaid: false))
  }
}
