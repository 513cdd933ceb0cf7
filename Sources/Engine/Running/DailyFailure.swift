/// Why the daily job could not begin.
package enum DailyFailure: Error, Equatable {
  case listUnreadable(reason: String)
}

extension DailyFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .listUnreadable(let reason):
      "the list of received invoices cannot be read: \(reason); nothing was changed since"
    }
  }
}
