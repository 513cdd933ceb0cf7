internal import Invoicing
package import Mirroring

/// What a run of the daily job came to.
package struct DailySummary: Hashable, Sendable {
  /// How each case ended, by received invoice.
  package var outcomes: [CaseOutcome]
  /// Mirrors that the system made in this run.
  package var created: Int
  /// Flags set in this run.
  package var marked: Int
  /// Cases that were not begun, or not brought to an end, because the engine was to stop.
  package var left: Int
  /// 0 nothing left to do, 2 something unknown, left to hands or not begun, 1 a failure.
  package var exitCode: Int32

  package init(
    outcomes: [CaseOutcome], created: Int, marked: Int, left: Int, exitCode: Int32
  ) {
    self.outcomes = outcomes
    self.created = created
    self.marked = marked
    self.left = left
    self.exitCode = exitCode
  }
}
