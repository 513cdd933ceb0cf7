/// What a person asks of one execution of a plan; none of it alters what an action does.
package struct ExecutionRequest: Hashable, Sendable {
  /// Every expectation is checked and nothing is written, neither to the system nor to the journal.
  package var isDryRun: Bool
  /// The ids of the actions that it is for; empty: all.
  package var only: [String]
  package var limits: SpendingLimits

  package init(
    isDryRun: Bool = false, only: [String] = [], limits: SpendingLimits = SpendingLimits()
  ) {
    self.isDryRun = isDryRun
    self.only = only
    self.limits = limits
  }
}
