internal import Invoicing

/// The books by idempotency key.
struct KeyHistory {
  private let judged: JudgedBooks
  private let sentByKey: RowChains
  private let attemptsByKey: RowChains

  private var books: Books { judged.books }

  init(_ judged: JudgedBooks) {
    let books = judged.books
    self.judged = judged
    sentByKey = RowChains(texts: books.texts.count, rows: books.sent.count) {
      books.sent.idempotencyKey[$0]
    }
    attemptsByKey = RowChains(texts: books.texts.count, rows: books.attempts.count) {
      books.attempts.idempotencyKey[$0]
    }
  }

  /// What is known of a key, however it was spelt; attempts behind the snapshot's moment aside.
  func evidence(_ spellings: [String]) -> KeyEvidence {
    var evidence = KeyEvidence()
    var bindings: [Text: KeyEvidence.Binding] = [:]
    let takenAt = books.header.takenAt
    for key in spellings.compactMap({ books.texts.find($0.utf8.span) }) {
      sentByKey.forEach(key) { row in
        bindings[books.sent.invoices.id[row]] = binding(row)
      }
      attemptsByKey.forEach(key) { attempt in
        guard books.attempts.attemptedAt[attempt] <= takenAt else { return }
        add(attempt, &evidence, &bindings)
      }
    }
    evidence.bindings += bindings.keys.sorted { books.compareIDs($0, $1) < 0 }
      .compactMap { bindings[$0] }
    return evidence
  }

  private func add(
    _ attempt: Int, _ evidence: inout KeyEvidence,
    _ bindings: inout [Text: KeyEvidence.Binding]
  ) {
    let at = books.attempts.attemptedAt[attempt]
    let id = books.attempts.sentID[attempt]
    switch books.attempts.outcome[attempt] {
    case .timeout, .failed: evidence.doubts.append(at)
    case .conflict: evidence.refusals.append(at)
    case .created, .replayed:
      let isMade = books.attempts.outcome[attempt] == .created
      guard !id.isAbsent else {
        evidence.bindings.append(
          KeyEvidence.Binding(
            sentID: nil, state: .gone, madeAt: isMade ? at : nil, knownAt: at, isNoted: isMade))
        return
      }
      var binding =
        bindings[id]
        ?? judged.sent(id).map(self.binding)
        ?? KeyEvidence.Binding(
          sentID: books.string(id), state: .gone, madeAt: nil, knownAt: at)
      binding.knownAt = min(binding.knownAt, at)
      if isMade, binding.madeAt == nil { (binding.madeAt, binding.isNoted) = (at, true) }
      bindings[id] = binding
    }
  }

  private func binding(_ row: Int) -> KeyEvidence.Binding {
    let madeAt = books.sent.createdAt[row]
    return KeyEvidence.Binding(
      sentID: books.string(books.sent.invoices.id[row]), state: state(row), madeAt: madeAt,
      knownAt: madeAt ?? books.header.takenAt)
  }

  private func state(_ row: Int) -> KeyEvidence.Binding.State {
    if judged.matched.isLive[row] { return .live }
    return books.sent.status[row] == .deleted ? .gone : .dead
  }
}
