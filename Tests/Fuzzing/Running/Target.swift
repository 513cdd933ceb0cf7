/// A door of the house at which bytes of any kind may be handed in.
enum Target: String, CaseIterable, Sendable {
  case csv
  case invoices
  case plans
  case bodies

  /// Hands bytes in, and throws a `BrokenPromise` where what comes out is not as promised.
  func check(_ bytes: [UInt8]) throws {
    switch self {
    case .csv: try ExtractPromises.check(bytes)
    case .invoices: try InvoicePromises.check(bytes)
    case .plans: try PlanPromises.check(bytes)
    case .bodies: try BodyPromises.check(bytes)
    }
  }
}
