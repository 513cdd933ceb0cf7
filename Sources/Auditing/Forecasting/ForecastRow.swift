package import Invoicing

/// A row of `forecast.csv`.
package struct ForecastRow: Equatable, Sendable {
  /// Until when a key is burnt.
  package enum Burnt: Equatable, Sendable {
    /// It is not: a create with it is fresh.
    case no
    case until(Moment)
    case forever
  }

  package var receivedID: String
  package var key: String
  package var outcome: ForecastOutcome
  /// The invoice that the key is bound to; empty where it is bound to none, or none is known.
  package var sentID: String
  /// Of `unknown`: at the latest, should it be burnt.
  package var burnt: Burnt

  package init(
    receivedID: String, key: String, outcome: ForecastOutcome, sentID: String, burnt: Burnt
  ) {
    self.receivedID = receivedID
    self.key = key
    self.outcome = outcome
    self.sentID = sentID
    self.burnt = burnt
  }
}
