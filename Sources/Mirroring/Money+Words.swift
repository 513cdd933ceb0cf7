internal import Invoicing

extension Money {
  /// As a person reads it: `1250.00 SEK`.
  var words: String { "\(decimal) \(currency.code)" }
}
