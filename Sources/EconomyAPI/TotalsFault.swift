/// An invoice comes to more than an amount can be.
package enum TotalsFault: Error, Hashable, Sendable {
  /// Counted from 1.
  case rowTooLarge(row: Int)
  case sumTooLarge
}

extension TotalsFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .rowTooLarge(let row): "rows/row[\(row)]: quantity × price is 10^15 or more"
    case .sumTooLarge: "rows: the sum is 10^15 or more"
    }
  }
}
