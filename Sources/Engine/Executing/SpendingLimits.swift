internal import Invoicing

/// How much money one execution may move: the sum of its actions' amounts, whatever their sign.
///
/// Where one is set, a currency without one moves nothing.
package struct SpendingLimits: Hashable, Sendable {
  private var left: [Currency: Int128] = [:]

  /// No limit.
  package init() {}

  /// Limits as they are written, `SEK=50000` or `EUR=99.50`, each currency once.
  ///
  /// - Throws: `ExecutionRefusal.badLimit` or `.limitTwice`.
  package init(_ texts: [String]) throws(ExecutionRefusal) {
    for text in texts {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let currency = Currency(String(parts[0])),
        let units = try? DecimalReading.read(parts[1].utf8.span, decimals: currency.decimals),
        units >= 0
      else { throw .badLimit(text) }
      guard left.updateValue(Int128(units), forKey: currency) == nil else {
        throw .limitTwice(currency.code)
      }
    }
  }

  /// Takes an amount from what is left; nil: it may move.
  ///
  /// Else the sentence that says why not, and nothing is taken.
  mutating func refusal(of amount: Money) -> String? {
    let size = Int128(amount.minorUnits.magnitude)
    if left.isEmpty || size == 0 { return nil }
    guard let rest = left[amount.currency] else {
      return "--max-amount says nothing of \(amount.currency.code): none of it is moved"
    }
    guard size <= rest else {
      let money = Money(size, amount.currency)
      let remains = Money(rest, amount.currency)
      return "beyond --max-amount: it moves \(money.decimal) \(money.currency.code), and "
        + "\(remains.decimal) are left"
    }
    left[amount.currency] = rest - size
    return nil
  }
}
