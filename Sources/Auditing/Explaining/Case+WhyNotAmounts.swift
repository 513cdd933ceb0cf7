internal import Invoicing

// Why the kept mirror's currency, net, VAT and lines are right.

extension WrongCurrency {
  static func whyNot(_ c: Case) -> String {
    c.ofKept { _ in "\(c.currency.code) on both" }
  }
}

extension UnbilledExpense {
  static func whyNot(_ c: Case) -> String {
    if let reason = c.whyNoLinesCompared { return reason }
    let kinds = c.matched.settings.skippedKinds.map(\.name)
    if kinds.isEmpty { return "there is no kind of line that the engine skips" }
    return "the mirror lacks no \(kinds.joined(separator: " or ")) line"
  }
}

extension MissingLines {
  static func whyNot(_ c: Case) -> String {
    if let reason = c.whyNoLinesCompared { return reason }
    let billed = c.kept.map { c.linesNotSkipped(c.matched.linesOfSent.of($0)) } ?? 0
    let received = c.linesNotSkipped(c.matched.linesOfReceived.of(c.received))
    return billed < received
      ? "the mirror lacks no line of another kind"
      : "the mirror has no fewer lines, \(billed) to \(received)"
  }
}

extension WrongAmount {
  static func whyNot(_ c: Case) -> String {
    if let reason = c.whyNotCompared ?? c.whyNetIsSame { return reason }
    guard let left = AmountDifference(c) else { return "" }
    if left.net == 0 {
      return "the net differs by \(c.money(c.netDifference, c.currency)), all of it in "
        + "\(left.linesAside.counted("line")) set aside"
    }
    return "the gross differs by \(c.money(left.gross, c.currency)), no more than the tolerance of "
      + c.money(c.matched.settings.amountTolerance, c.currency)
  }
}

extension WrongVAT {
  static func whyNot(_ c: Case) -> String {
    if let reason = c.whyNotCompared { return reason }
    guard let left = AmountDifference(c), let mirror = c.kept else { return "" }
    if left.isWrongAmount { return "the net is wrong, which is wrong-amount" }
    let aside = left.linesAside
    if left.vat == 0, aside == 0 {
      return "VAT \(c.money(c.books.sent.invoices.vat[mirror], c.currency)) on both"
    }
    if left.vat == 0 { return "what VAT differs is that of \(aside.counted("line")) set aside" }
    let tolerance = Int128(c.matched.settings.amountTolerance) + Int128(aside)
    let lines = aside == 0 ? "" : ", \(aside.counted("line")) set aside"
    return "VAT differs by \(c.money(left.vat, c.currency)), no more than "
      + "\(c.money(tolerance, c.currency)) of tolerance and rounding\(lines)"
  }
}

extension AmountDifference {
  /// How many lines are set aside.
  fileprivate var linesAside: Int { unbilled.rows.count + missing.rows.count }
}

extension Case {
  /// What the mirror's net is above the received invoice's, in minor units.
  fileprivate var netDifference: Int128 {
    guard let kept else { return 0 }
    return Int128(books.sent.invoices.net[kept]) - Int128(books.received.invoices.net[received])
  }

  fileprivate var whyNotCompared: String? {
    guard let kept else { return "no mirror of it is live" }
    let billed = books.sent.invoices.currency[kept]
    return billed == currency
      ? nil : "not compared, as the mirror is in \(billed.code) and the invoice in \(currency.code)"
  }

  fileprivate var whyNetIsSame: String? {
    netDifference == 0
      ? "net \(money(books.received.invoices.net[received], currency)) on both" : nil
  }

  fileprivate var whyNoLinesCompared: String? {
    if let reason = whyNotCompared ?? whyNetIsSame { return reason }
    if matched.linesOfReceived.of(received).isEmpty { return "the received invoice has no lines" }
    if let kept, matched.linesOfSent.of(kept).isEmpty { return "the mirror has no lines" }
    return nil
  }

  fileprivate func linesNotSkipped(_ lines: ArraySlice<Int32>) -> Int {
    lines.count { !matched.settings.skippedKinds.contains(books.lines.kind[Int($0)]) }
  }
}
