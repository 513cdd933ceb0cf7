/// What a column's values are.
package enum ValueKind: Equatable, Sendable {
  case text, id, date, moment, currency, sha256, byteCount, decimal, rate
  /// An amount with so many decimals.
  case amount(decimals: Int)
  /// One of a few words, listed.
  case word(String)
}
