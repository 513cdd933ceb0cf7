internal import RepairPlans

/// The step that a case is in: it answers each event with the next move.
protocol Step: Sendable {
  mutating func begin(_ desk: inout Desk) -> Move
  mutating func answered(_ answer: SystemAnswer, _ desk: inout Desk) -> Move
  /// The request will not be repeated: it was refused, the budget is over, or it was asked once
  /// and may have been carried out.
  mutating func failed(_ failure: RequestFailure, _ desk: inout Desk) -> Move
  mutating func woken(_ desk: inout Desk) -> Move
  mutating func encoded(_ body: CreateBody, _ desk: inout Desk) -> Move
}
