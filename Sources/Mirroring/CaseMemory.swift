internal import Invoicing
internal import RepairPlans

/// What the journal remembers of a case: its entries, in their order, made into what a machine
/// that is started again must know.
package struct CaseMemory: Hashable, Sendable {
  /// By key, in the order of their first tries.
  private(set) var intents: [RememberedIntent] = []
  /// Sent invoices known to be dead mirrors of this case.
  private(set) var dead: [String] = []
  /// The dead that this same task has found.
  private(set) var deadOfOwn: [String] = []
  /// What creates have returned, in that order, whether dead since or not.
  private(set) var returned: [String] = []
  /// What this same task has begun without a key, each once for a kind and an invoice, as known
  /// last.
  private(set) var ownDeeds: [Deed] = []
  /// How this same task ended last.
  package private(set) var outcome: CaseOutcome?

  package init() {}

  /// `own`: the entry was written by the same task: the daily job, or the same action of the same
  /// plan; others tell of invoices and keys all the same.
  package mutating func remember(_ entry: JournalEntry, own: Bool) {
    switch entry {
    case .intended(let intent): intend(intent)
    case .retried(_, let key, let at): change(key) { $0.begin(at) }
    case .answered(let attempt, let mayExist): answer(attempt, mayExist)
    case .foundDead(_, let id, _): die(id, own)
    case .acting(let deed), .acted(let deed):
      if own { begin(deed) }
    case .finished(let outcome):
      if own { self.outcome = outcome }
    }
  }

  func intent(of key: String) -> RememberedIntent? {
    intents.first { $0.intent.key == key }
  }

  func ownDeed(_ kind: DeedKind, on id: String) -> Deed? {
    ownDeeds.first { $0.kind == kind && $0.sentID == id }
  }

  /// The last moment at which a create was sent that may have made an invoice nobody has told of.
  var lastDoubtfulTry: Moment? {
    intents.filter(\.mayExist).map(\.lastTriedAt).max()
  }

  /// Whether this same task has begun to do something to an invoice.
  func hasBegun(on id: String) -> Bool { ownDeeds.contains { $0.sentID == id } }

  /// The last moment at which any create was sent.
  var lastTry: Moment? { intents.map(\.lastTriedAt).max() }

  private mutating func intend(_ intent: CreateIntent) {
    intents.removeAll { $0.intent.key == intent.key }
    intents.append(RememberedIntent(intent))
  }

  private mutating func answer(_ attempt: Attempt, _ mayExist: Bool) {
    if let id = attempt.sentID, !returned.contains(id) { returned.append(id) }
    guard let key = attempt.idempotencyKey else { return }
    let doubt: RememberedIntent.Doubt =
      mayExist ? .mayExist : attempt.sentID != nil ? .none : .asBefore
    change(key) { $0.end(doubt) }
  }

  private mutating func die(_ id: String, _ own: Bool) {
    if !dead.contains(id) { dead.append(id) }
    if own, !deadOfOwn.contains(id) { deadOfOwn.append(id) }
  }

  private mutating func begin(_ deed: Deed) {
    ownDeeds.removeAll { $0.kind == deed.kind && $0.sentID == deed.sentID }
    ownDeeds.append(deed)
  }

  private mutating func change(_ key: String, _ change: (inout RememberedIntent) -> Void) {
    guard let place = intents.firstIndex(where: { $0.intent.key == key }) else { return }
    change(&intents[place])
  }
}
