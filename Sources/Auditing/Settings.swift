package import Invoicing

/// What may be configured of the rules; the defaults are those of `findings.md`.
package struct Settings: Equatable, Sendable {
  /// Days of grace, before a missing mirror or an unsent one is found.
  package var graceDays = 7
  /// Minutes within which a second create counts as a retry of the first.
  package var retryWindowMinutes = 15
  /// Minor units by which gross and VAT may differ.
  package var amountTolerance: Int64 = 0
  /// Kinds of lines that the engine cannot mirror.
  package var skippedKinds: [LineKind] = [.mileage]

  package init() {}

  /// The retry window in microseconds.
  var retryWindow: Int64 { Int64(retryWindowMinutes) * 60_000_000 }
}
