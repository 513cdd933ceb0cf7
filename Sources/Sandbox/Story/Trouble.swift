/// What befalls the engine of old at one received invoice, in one run.
enum Trouble: Sendable {
  /// The create succeeds, and its answer is lost.
  case lostAnswer
  /// The create never arrives.
  case lostRequest
  /// The engine dies after the create, before it sets the flag; the run ends there.
  case crash
  /// Every create fails with 500.
  case stumbles
  /// The flag cannot be set: 500.
  case flagFails

  /// The fault that strikes a create, the first try being 1.
  func fault(atTry count: Int) -> FaultKind? {
    switch self {
    case .lostAnswer: count == 1 ? .lostAnswer : nil
    case .lostRequest: count == 1 ? .lostRequest : nil
    case .stumbles: .errorBefore
    case .crash, .flagFails: nil
    }
  }
}
