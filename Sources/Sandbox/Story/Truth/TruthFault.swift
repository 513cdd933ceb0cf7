/// The truth log cannot be whole.
package enum TruthFault: Error, Hashable, Sendable {
  /// Events are counted without a gap; this one is not there, or stands twice.
  case gap(at: Int64)
  /// The books have an invoice that no event made.
  case unmade(Int64)
  /// An event made an invoice that the books do not have, and none deleted it.
  case lost(Int64)
}

extension TruthFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .gap(let number):
      "the truth log is not whole: event \(number) is missing or stands twice"
    case .unmade(let id):
      "the truth log is not whole: the books have client-invoice \(id), and no event made it"
    case .lost(let id):
      "the truth log is not whole: client-invoice \(id) is gone, and no event deleted it"
    }
  }
}
