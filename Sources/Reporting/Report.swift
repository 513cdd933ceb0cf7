package import Auditing

/// An audit and what names it: all that a report is made of.
///
/// Nothing in it depends on when, where or by whom it was made.
package struct Report: Sendable {
  package var audit: Audit
  /// The snapshot's identity, 64 lower-case hex digits.
  package var identity: String
  /// The version of the snapshot's tables, from 1 on.
  package var schema: Int
  package var program: ProgramVersion
  /// What a rerun would do; nil: nobody has said how the economy system treats keys.
  package var forecast: [ForecastRow]?

  package init(
    audit: Audit, identity: String, schema: Int, program: ProgramVersion,
    forecast: [ForecastRow]? = nil
  ) {
    self.audit = audit
    self.identity = identity
    self.schema = schema
    self.program = program
    self.forecast = forecast
  }
}
