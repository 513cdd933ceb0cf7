import Sandbox

/// Which faults strike the requests of an engine, and how often.
struct FaultMix: Hashable, Sendable {
  let name: String
  let kinds: [FaultKind]
  /// Of each kind.
  let probability: Double

  /// One kind, at 30 %.
  static func alone(_ kind: FaultKind) -> FaultMix {
    FaultMix(name: kind.rawValue, kinds: [kind], probability: 0.3)
  }

  /// All kinds, so that three of ten requests are struck by one of them.
  static let together = FaultMix(
    name: "all together", kinds: FaultKind.allCases,
    probability: 0.3 / Double(FaultKind.allCases.count))

  /// All kinds, each at 10 %, one on top of the other: six of ten requests are struck.
  static let onTop = FaultMix(
    name: "all on top of each other", kinds: FaultKind.allCases, probability: 0.1)

  static let all = FaultKind.allCases.map(alone) + [together, onTop]

  /// Whether a list may be late, so that the engine must be told how much.
  var isLate: Bool { kinds.contains(.staleList) }

  /// Pages are of 100 invoices: with fewer no page can shift.
  var needsPages: Bool { kinds == [.shiftingPage] }

  /// On every endpoint that the daily job asks.
  var rules: [FaultRule] {
    Self.endpoints.flatMap { endpoint in
      kinds.compactMap { kind in
        if kind == .staleList, endpoint.resource != .clientInvoice { return nil }
        if kind == .shiftingPage, endpoint.verb != .get { return nil }
        return FaultRule(
          on: endpoint, .probability(probability), kind, milliseconds: kind == .slow ? 60 : 0,
          seconds: kind == .staleList ? 1 : 0)
      }
    }
  }

  private static let endpoints = [
    Endpoint(.get, .info), Endpoint(.get, .supplier), Endpoint(.get, .client),
    Endpoint(.get, .supplierInvoice), Endpoint(.post, .supplierInvoice),
    Endpoint(.get, .clientInvoice), Endpoint(.put, .clientInvoice), Endpoint(.get, .expense),
  ]
}
