internal import Invoicing

extension PlanText {
  private struct Party: Hashable {
    let customer: String
    let currency: Currency
  }

  private struct Sum {
    var made: Int128 = 0
    var ended: Int128 = 0
    var sent: Int128 = 0
  }

  /// For each customer and currency what is made, deleted or credited, and sent.
  static func sums(_ plan: RepairPlan) -> [String] {
    var sums: [Party: Sum] = [:]
    for action in plan.actions where action.kind != .manual {
      if let mirror = action.create {
        let party = Party(customer: mirror.customer, currency: mirror.gross.currency)
        sums[party, default: Sum()].made += mirror.gross.minorUnits
      }
      for invoice in action.invoices where invoice.ledger == .sent {
        let party = Party(customer: invoice.party, currency: invoice.gross.currency)
        switch invoice.operation {
        case .delete, .credit: sums[party, default: Sum()].ended += invoice.gross.minorUnits
        case .send: sums[party, default: Sum()].sent += invoice.gross.minorUnits
        case .mark, .attach, .keep: break
        }
      }
    }
    guard !sums.isEmpty else { return [] }
    let parties = sums.keys.sorted { a, b in
      if a.customer != b.customer {
        return a.customer.utf8.lexicographicallyPrecedes(b.customer.utf8)
      }
      return a.currency < b.currency
    }
    return ["", "By customer, if all of it is approved"]
      + parties.map { line($0, sums[$0] ?? Sum()) }
  }

  private static func line(_ party: Party, _ sum: Sum) -> String {
    func amount(_ units: Int128) -> String {
      Money.decimal(units, decimals: party.currency.decimals)
    }
    return "  \(party.customer), \(party.currency.code): made \(amount(sum.made)), "
      + "deleted or credited \(amount(sum.ended)), sent \(amount(sum.sent))"
  }
}
