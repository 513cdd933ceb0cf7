package import Invoicing

/// What the mirror of a received invoice should be.
package struct ExpectedMirror: Hashable, Sendable {
  package var draft: MirrorDraft
  /// Lines of kinds that are skipped: to be billed by hand.
  package var leftOut: [BilledLine]
}

/// What the mirror of a received invoice should be, made on this day.
///
/// The same net, VAT, currency and lines as received (the lines are its source's), for the
/// source's customer; kinds in `skip` are left out. Dated the day that it is made, with the
/// received invoice's days of payment, for the month it was delivered in. Reverse charge or a
/// mark-up would be added here and nowhere else.
package func expectedMirror(
  of basis: MirrorBasis, skip: [LineKind], on day: CalendarDate
) -> ExpectedMirror {
  let invoice = basis.received.invoice
  let lines = basis.lines.filter { !skip.contains($0.line.kind) }
  let draft = MirrorDraft(
    receivedID: invoice.id, kind: invoice.kind, customer: basis.customer, issueDate: day,
    dueDate: invoice.dueDate.map { day.adding(days: $0.days(since: invoice.issueDate)) },
    delivered: basis.source.delivered ?? DeliveryMonth(of: basis.source.issueDate),
    lines: lines, files: basis.files(skip: skip),
    totals: MirrorTotals(
      of: lines.map(\.line), customer: basis.customer.name, in: invoice.gross.currency))
  return ExpectedMirror(
    draft: draft, leftOut: basis.lines.filter { skip.contains($0.line.kind) })
}

extension MirrorTotals {
  /// The sums of lines: VAT is taken for each rate on the sum of its nets, and rounded half away
  /// from zero.
  package init(of lines: [InvoiceLine], customer: String?, in currency: Currency) {
    var nets: [Int64: Int128] = [:]
    for line in lines { nets[line.vatRate, default: 0] += line.net.minorUnits }
    let net = nets.values.reduce(0, +)
    let vat = nets.reduce(0) { $0 + Self.vat(on: $1.value, rate: $1.key) }
    self.init(
      customer: customer, net: Money(net, currency), vat: Money(vat, currency),
      gross: Money(net + vat, currency))
  }

  /// The rate in ten-thousandths of a percent.
  private static func vat(on net: Int128, rate: Int64) -> Int128 {
    let product = net * Int128(rate)
    let half: Int128 = product < 0 ? -500_000 : 500_000
    return (product + half) / 1_000_000
  }
}
