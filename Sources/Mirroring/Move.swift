internal import Invoicing
internal import RepairPlans

/// What a step wants next, once what it wrote on the desk is durable.
enum Move: Equatable, Sendable {
  /// Asked again and again while that may help and the budget lasts.
  case ask(SystemRequest)
  /// Asked once: every failure is told.
  case askOnce(SystemRequest)
  case wait(until: Moment)
  case encode(MirrorDraft)
  case conclude(Conclusion)
}

/// How a step ended the case.
struct Conclusion: Equatable, Sendable {
  var kind: ActionOutcome
  var invoiceIDs: [String]
  var why: Why

  init(_ kind: ActionOutcome, _ invoiceIDs: [String] = [], _ why: Why) {
    self.kind = kind
    self.invoiceIDs = invoiceIDs
    self.why = why
  }
}
