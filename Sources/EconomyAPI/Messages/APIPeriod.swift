package import Invoicing

/// The time in which a client invoice was delivered: `period`, written as it was given.
package enum APIPeriod: Hashable, Sendable {
  /// Plain text, as `2023-04`.
  case text(String)
  /// `start-date` and `end-date`, as the vendor's clients have it.
  case days(CalendarDate, CalendarDate)
}
