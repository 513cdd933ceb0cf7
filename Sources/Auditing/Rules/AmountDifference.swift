internal import Invoicing

/// How a kept mirror's amounts differ from the received invoice's, and which rule explains what.
///
/// Lines that are on the received invoice and not on the mirror are set aside first: those of kinds
/// that the engine skips (`unbilled-expense`), then the others where the mirror has fewer of them
/// (`missing-lines`). What is left is `wrong-amount`, `wrong-vat`, or tolerated.
struct AmountDifference {
  /// Lines set aside, and what they come to in minor units.
  struct Lines {
    var rows: [Int] = []
    var net: Int128 = 0
    var gross: Int128 = 0

    var vat: Int128 { gross - net }
  }

  private(set) var unbilled = Lines()
  private(set) var missing = Lines()
  /// What is left of the differences, mirror less received.
  private(set) var net: Int128
  private(set) var vat: Int128
  private(set) var gross: Int128
  private let tolerance: Int128

  /// Nil where there is no live mirror, or one in another currency, or nothing differs.
  static func found(in c: Case) -> Self? {
    guard let mirror = c.kept, differ(c.books, c.received, mirror) else { return nil }
    return Self(c)
  }

  /// Nil where there is no live mirror, or one in another currency.
  init?(_ c: Case) {
    guard let mirror = c.kept else { return nil }
    let sent = c.books.sent.invoices
    let received = c.books.received.invoices
    guard sent.currency[mirror] == c.currency else { return nil }
    net = Int128(sent.net[mirror]) - Int128(received.net[c.received])
    vat = Int128(sent.vat[mirror]) - Int128(received.vat[c.received])
    gross = Int128(sent.gross[mirror]) - Int128(received.gross[c.received])
    tolerance = Int128(c.matched.settings.amountTolerance)
    if net != 0 { setLinesAside(c, mirror) }
  }

  /// Most mirrors are right: asked for every case, and copies no columns.
  private static func differ(_ books: Books, _ received: Int, _ mirror: Int) -> Bool {
    books.sent.invoices.gross[mirror] != books.received.invoices.gross[received]
      || books.sent.invoices.net[mirror] != books.received.invoices.net[received]
      || books.sent.invoices.vat[mirror] != books.received.invoices.vat[received]
  }

  /// Whether `wrong-amount` holds.
  var isWrongAmount: Bool { net != 0 && gross.magnitude > tolerance.magnitude }

  /// Whether `wrong-vat` holds.
  var isWrongVAT: Bool {
    let rounding = Int128(unbilled.rows.count + missing.rows.count)
    return !isWrongAmount && Int128(vat.magnitude) > tolerance + rounding
  }

  /// What no rule explains, in minor units.
  var tolerated: Int128 { isWrongAmount || isWrongVAT ? 0 : gross }

  private mutating func setLinesAside(_ c: Case, _ mirror: Int) {
    let matched = c.matched
    let billed = matched.linesOfSent.of(mirror).map(Int.init)
    let received = matched.linesOfReceived.of(c.received).map(Int.init)
    if billed.isEmpty || received.isEmpty { return }
    let lines = c.books.lines
    let skipped = matched.settings.skippedKinds
    func isSkipped(_ row: Int) -> Bool { skipped.contains(lines.kind[row]) }
    let lacking = Self.lacking(received, billed, lines)
    unbilled = Self.sum(lacking.filter(isSkipped), lines)
    let isShort = billed.count { !isSkipped($0) } < received.count { !isSkipped($0) }
    if isShort { missing = Self.sum(lacking.filter { !isSkipped($0) }, lines) }
    net += unbilled.net + missing.net
    vat += unbilled.vat + missing.vat
    gross += unbilled.gross + missing.gross
  }

  /// Lines that the mirror lacks, one for one: kind, net, VAT rate and description are the same.
  private static func lacking(_ received: [Int], _ billed: [Int], _ lines: LineColumns) -> [Int] {
    struct Look: Hashable {
      let kind: LineKind
      let net: Int64
      let vatRate: Int64
      let description: Text
    }
    func look(_ row: Int) -> Look {
      Look(
        kind: lines.kind[row], net: lines.net[row], vatRate: lines.vatRate[row],
        description: lines.description[row])
    }
    var left: [Look: Int] = [:]
    for row in billed { left[look(row), default: 0] += 1 }
    return received.filter { row in
      guard let count = left[look(row)], count > 0 else { return true }
      left[look(row)] = count - 1
      return false
    }
  }

  /// The gross of lines: for each VAT rate the sum of their nets, and VAT on that sum.
  private static func sum(_ rows: [Int], _ lines: LineColumns) -> Lines {
    var nets: [Int64: Int128] = [:]
    for row in rows { nets[lines.vatRate[row], default: 0] += Int128(lines.net[row]) }
    var sum = Lines(rows: rows)
    for (rate, net) in nets {
      sum.net += net
      sum.gross += net + vat(on: net, rate: rate)
    }
    return sum
  }

  /// VAT rounded half away from zero to the minor unit; the rate in ten-thousandths of a percent.
  private static func vat(on net: Int128, rate: Int64) -> Int128 {
    let whole: Int128 = 1_000_000
    let product = net * Int128(rate)
    let half = product < 0 ? -whole / 2 : whole / 2
    return (product + half) / whole
  }
}
