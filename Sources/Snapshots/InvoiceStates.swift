internal import Invoicing

/// Kind, status and currency of invoices, packed into one small number each.
///
/// The lowest bit is the kind, the next three are the status, and above them stands the currency's
/// place in the table of currencies, counted from 0.
package struct InvoiceStates {
  private let kinds: [InvoiceKind]
  private let statuses: [UInt8]
  private let currencies: [Currency]
  private let places: [UInt8]
  /// All words of the status, for a view.
  let words: [StaticString]

  /// - Parameter places: by a currency's ordinal its place.
  init<Status: CodedWord>(
    _ kinds: [InvoiceKind], _ statuses: [Status], _ currencies: [Currency], places: [UInt8]
  ) {
    self.kinds = kinds
    self.statuses = statuses.map(\.rawValue)
    self.currencies = currencies
    self.places = places
    words = Status.allCases.map(\.word)
    precondition(words.count <= 8, "a status has three bits")
  }

  @inline(__always)
  subscript(row: Int) -> UInt32 {
    UInt32(kinds[row].rawValue) | UInt32(statuses[row]) << 1
      | UInt32(places[currencies[row].ordinal]) << 4
  }
}
