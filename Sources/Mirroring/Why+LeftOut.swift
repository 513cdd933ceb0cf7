internal import Invoicing

extension Why.LeftOut {
  /// Nil: nothing was left out.
  init?(_ lines: [BilledLine]) {
    guard let first = lines.first else { return nil }
    var kinds: [LineKind] = []
    for line in lines where !kinds.contains(line.line.kind) { kinds.append(line.line.kind) }
    let net = lines.reduce(0) { $0 + $1.line.net.minorUnits }
    self.init(
      count: lines.count, kinds: kinds, net: Money(net, first.line.net.currency))
  }
}
