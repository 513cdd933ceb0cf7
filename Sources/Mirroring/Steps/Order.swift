internal import Invoicing
internal import RepairPlans

/// What mirror is to be made: as the daily job finds it, or as a plan says.
enum Order: Sendable {
  case daily(receivedID: String, twins: [String])
  case planned(PlannedMirror, RepairAction)

  var receivedID: String {
    switch self {
    case .daily(let id, _): id
    case .planned(let mirror, _): mirror.receivedID
    }
  }

  /// The received invoices of which only one is mirrored; a plan has judged that.
  var twins: [String] {
    switch self {
    case .daily(_, let twins): twins
    case .planned: []
    }
  }

  /// What a replacement ends first.
  var endings: [TouchedInvoice] {
    switch self {
    case .daily: []
    case .planned(_, let action):
      action.invoices.filter { $0.operation == .delete || $0.operation == .credit }
    }
  }

  /// The dead that the plan lists.
  var dead: [String] {
    switch self {
    case .daily: []
    case .planned(let mirror, let action):
      mirror.deadMirrors + (action.expect.mirrors?.dead ?? [])
    }
  }

  var customer: CustomerQuery? {
    switch self {
    case .daily: nil
    case .planned(let mirror, _): .name(mirror.customer)
    }
  }

  func totals(of basis: MirrorBasis, _ desk: Desk) -> MirrorTotals {
    switch self {
    case .daily:
      expectedMirror(of: basis, skip: desk.settings.skip, on: desk.now.date).draft.totals
    case .planned(let mirror, _): mirror.totals
    }
  }
}

extension PlannedMirror {
  var totals: MirrorTotals {
    MirrorTotals(customer: customer, net: net, vat: vat, gross: gross)
  }
}
