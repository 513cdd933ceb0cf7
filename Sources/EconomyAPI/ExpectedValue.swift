/// What an element can hold.
package enum ExpectedValue: Hashable, Sendable {
  case text
  case identifier
  case documentNumber
  case amount
  case decimal
  case percent
  case rate
  case date
  case moment
  case truth
  case currency
  case hexadecimal
  case reference
  case period
  case object
  case list(of: String)
}

extension ExpectedValue: CustomStringConvertible {
  /// The words after "is not".
  package var description: String {
    switch self {
    case .text: "a text (without control characters, which XML cannot carry)"
    case .identifier: "an id: a whole number, 0 or greater"
    case .documentNumber: "a number of an invoice or an account"
    case .amount: "an amount: a whole number of minor units, smaller than 10^15"
    case .decimal: "a decimal with at most 18 digits, 12 of them behind the point"
    case .percent: "a percentage from 0 to 100 with at most 4 decimals"
    case .rate: "a rate: a decimal greater than 0"
    case .date: "a date, YYYY-MM-DD"
    case .moment: "a moment, YYYY-MM-DDTHH:MM:SSZ"
    case .truth: "true or false"
    case .currency: "a currency of ISO 4217"
    case .hexadecimal: "bytes in hexadecimal digits, two for each"
    case .reference: "a reference: an element with an 'id' in it"
    case .period: "a period: a text, or 'start-date' and 'end-date' in that order of time"
    case .object: "an element with others in it"
    case .list(let item): "a list of '\(item)'"
    }
  }
}
