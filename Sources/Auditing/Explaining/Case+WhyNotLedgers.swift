internal import Invoicing

// Why a rule of the ledgers finds nothing in a case.

extension OverCredited {
  static func whyNot(_ c: Case) -> String {
    let dead = c.deadMirrors
    if dead.isEmpty { return "no mirror of it is dead" }
    return dead.map { mirror in
      let currency = c.books.sent.invoices.currency[mirror]
      let corrections = c.matched.linkage.corrections(of: mirror)
      if corrections.count == 0 {
        return "\(c.id(sent: mirror)) is \(c.books.sent.status[mirror].name), and no credit note "
          + "corrects it"
      }
      return "\(c.id(sent: mirror)) is \(c.books.sent.status[mirror].name), billed "
        + "\(c.money(c.books.sent.invoices.gross[mirror], currency)), and is corrected by "
        + c.money(corrections.sum, currency)
    }.joined(separator: "; ")
  }
}

extension OrphanMirror {
  static func whyNot(_ c: Case) -> String {
    "it judges sent invoices that name a received one which is not there"
  }
}

extension NumberGap {
  static func whyNot(_ c: Case) -> String { "it judges the series of sent invoices" }
}

extension NeverReceived {
  static func whyNot(_ c: Case) -> String {
    "it judges sources that the group has not received"
  }
}

extension SourceMissing {
  static func whyNot(_ c: Case) -> String {
    if let source = c.source { return "source \(c.id(source: source)) is it" }
    if let reason = c.whyNotHeldAgainstSource { return reason }
    let supplier = c.books.received.supplier[c.received]
    if !c.matched.suppliersWithSource[Int(supplier.index)] {
      return "\(c.string(supplier)) has no row in source.csv at all"
    }
    let from = c.books.header.coversFrom.map { ", \($0)" } ?? ""
    return "it was issued soon after the books begin\(from): the source may be older"
  }
}

extension SourceDiffers {
  static func whyNot(_ c: Case) -> String {
    guard let source = c.source else { return "it has no source" }
    if let reason = c.whyNotHeldAgainstSource { return reason }
    let invoices = c.books.source.invoices
    let currency = invoices.currency[source]
    let gross = c.money(invoices.gross[source], currency)
    return "net \(c.money(invoices.net[source], currency)), VAT "
      + "\(c.money(invoices.vat[source], currency)), gross \(gross) on both; the source "
      + "is \(c.books.source.status[source].name)"
  }
}

extension ArithmeticError {
  static func whyNot(_ c: Case) -> String {
    var names = ["received \(c.id)"]
    let mirrors = c.mirrors.map { c.id(sent: Int($0)) }
    if !mirrors.isEmpty { names.append("\(mirrors.joined(separator: ", "))") }
    guard let source = c.source else { return sum(names) }
    let invoices = c.books.source.invoices
    let total = invoices.net[source] + invoices.vat[source] + invoices.rounding[source]
    if total == invoices.gross[source] { return sum(names + ["source \(c.id(source: source))"]) }
    return sum(names) + "; of source \(c.id(source: source)) another case tells"
  }

  private static func sum(_ names: [String]) -> String {
    "net + VAT + rounding = gross on \(names.listed)"
  }
}

extension AmbiguousMatch {
  static func whyNot(_ c: Case) -> String {
    let links = c.mirrors.compactMap { c.matched.linkage.links[Int($0)] }
    if links.contains(where: { $0.step == .content }) {
      return "no other one of its date with the same possible mirrors was left over"
    }
    return links.isEmpty
      ? "no other one of its date with the same possible mirrors was paired"
      : "its mirrors are not linked by content alone"
  }
}

extension Case {
  /// Why its source, there or not, is nobody's concern; nil where it is.
  fileprivate var whyNotHeldAgainstSource: String? {
    if isCancelled { return "the invoice is cancelled" }
    return isReceivedTwice ? "it was received twice, and another one is kept" : nil
  }
}
