package import Invoicing

/// What the journal remembers of a case: its entries, in their order, made into what a machine
/// that is started again must know.
package struct CaseMemory: Hashable, Sendable {
  /// By key, in the order of their first tries.
  private(set) var intents: [RememberedIntent] = []
  /// Sent invoices known to be dead mirrors of this case.
  private(set) var dead: [String] = []
  /// What creates have returned, in that order, whether dead since or not.
  private(set) var returned: [String] = []
  /// What was begun last without a key; nil once it is known to be done.
  private(set) var unfinishedDeed: Deed?
  /// Credit notes made for this case, by the invoice that they credit.
  private(set) var creditNotes: [Deed] = []
  package private(set) var outcome: CaseOutcome?

  package init() {}

  package init(_ entries: some Sequence<JournalEntry>) {
    for entry in entries { remember(entry) }
  }

  package mutating func remember(_ entry: JournalEntry) {
    switch entry {
    case .intended(let intent): intend(intent)
    case .retried(_, let key, let at): change(key) { $0.begin(at) }
    case .answered(let attempt, let mayExist): answer(attempt, mayExist)
    case .foundDead(_, let id, _):
      if !dead.contains(id) { dead.append(id) }
    case .acting(let deed): unfinishedDeed = deed
    case .acted(let deed):
      unfinishedDeed = nil
      if deed.kind == .credit, deed.creditNoteID != nil { creditNotes.append(deed) }
    case .finished(let outcome): self.outcome = outcome
    }
  }

  func intent(of key: String) -> RememberedIntent? {
    intents.first { $0.intent.key == key }
  }

  /// The creates that may have made an invoice that nobody has told of.
  var doubtful: [RememberedIntent] { intents.filter(\.mayExist) }

  private mutating func intend(_ intent: CreateIntent) {
    intents.removeAll { $0.intent.key == intent.key }
    intents.append(RememberedIntent(intent))
  }

  private mutating func answer(_ attempt: Attempt, _ mayExist: Bool) {
    if let id = attempt.sentID, !returned.contains(id) { returned.append(id) }
    guard let key = attempt.idempotencyKey else { return }
    let doubt: RememberedIntent.Doubt =
      attempt.sentID != nil ? .none : mayExist ? .mayExist : .asBefore
    change(key) { $0.end(doubt) }
  }

  private mutating func change(_ key: String, _ change: (inout RememberedIntent) -> Void) {
    guard let place = intents.firstIndex(where: { $0.intent.key == key }) else { return }
    change(&intents[place])
  }
}
