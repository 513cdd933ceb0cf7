internal import RepairPlans

/// What may be written to the books now, and by whom.
enum WriteGuard: Sendable {
  /// No engine of today is at work; what arrives late was allowed when it left.
  case nobody
  case daily
  /// Nothing: what is executed is a dry run.
  case rehearsal
  case plan(RepairPlan)
}
