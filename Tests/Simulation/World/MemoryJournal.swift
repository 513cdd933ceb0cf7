internal import Invoicing
internal import Mirroring

@testable import Engine

/// The journal without a disk: the same entries, read as the engine's own is.
struct MemoryJournal: Sendable {
  struct Line: Sendable {
    let entry: JournalEntry
    let action: ActionReference?
    /// Of an engine of old.
    let isForeign: Bool
  }

  private(set) var lines: [Line] = []
  private var ofReceived: [String: [Int]] = [:]

  mutating func append(
    _ entry: JournalEntry, for action: ActionReference? = nil, isForeign: Bool = false
  ) {
    ofReceived[entry.receivedID, default: []].append(lines.count)
    lines.append(Line(entry: entry, action: action, isForeign: isForeign))
  }

  func lines(of receivedID: String) -> [Line] {
    (ofReceived[receivedID] ?? []).map { lines[$0] }
  }

  func memory(of receivedID: String, for action: ActionReference?) -> CaseMemory {
    var memory = CaseMemory()
    for line in lines(of: receivedID) {
      memory.remember(line.entry, own: line.action == action)
    }
    return memory
  }

  /// Begun by our engine and not brought to an end.
  var unfinished: Set<String> {
    Set(
      ofReceived.keys.filter { id in
        guard let last = lines(of: id).last(where: { !$0.isForeign }) else { return false }
        if case .finished = last.entry { return false }
        return true
      })
  }

  /// How an action of a plan ended last.
  func outcome(of action: ActionReference, receivedID: String) -> CaseOutcome? {
    memory(of: receivedID, for: action).outcome
  }

  /// The rows of `attempts.csv`: a try without an answer was cut off by the engine's end.
  var attempts: [Attempt] {
    var attempts: [(order: Int, attempt: Attempt)] = []
    for (place, line) in lines.enumerated() {
      switch line.entry {
      case .answered(let attempt, _):
        if attempt.sentID != nil || !isFoundLater(place, attempt) {
          attempts.append((place, attempt))
        }
      case .intended(let intent):
        if isCutOff(place, intent.receivedID, intent.key) {
          attempts.append((place, cutOff(intent.receivedID, intent.key, intent.at)))
        }
      case .retried(let id, let key, let at):
        if isCutOff(place, id, key) { attempts.append((place, cutOff(id, key, at))) }
      case .foundDead(let id, let sent, let at):
        if !isNamedElsewhere(place, id, sent) {
          attempts.append(
            (
              place,
              Attempt(
                receivedID: id, idempotencyKey: nil, attemptedAt: at, outcome: .failed,
                sentID: sent)
            ))
        }
      case .acting, .acted, .finished: break
      }
    }
    return attempts.sorted {
      ($0.attempt.attemptedAt, $0.order) < ($1.attempt.attemptedAt, $1.order)
    }.map(\.attempt)
  }

  /// Whether the same try is written once more, with what it made.
  private func isFoundLater(_ place: Int, _ attempt: Attempt) -> Bool {
    (ofReceived[attempt.receivedID] ?? []).contains { later in
      guard later > place, case .answered(let found, true) = lines[later].entry else {
        return false
      }
      return found.sentID != nil && found.idempotencyKey == attempt.idempotencyKey
        && found.idempotencyKey != nil && found.attemptedAt == attempt.attemptedAt
    }
  }

  /// Whether a try, or an entry before, names what was found dead.
  private func isNamedElsewhere(_ place: Int, _ id: String, _ sentID: String) -> Bool {
    (ofReceived[id] ?? []).contains { other in
      switch lines[other].entry {
      case .answered(let attempt, _): attempt.sentID == sentID
      case .foundDead(_, let sent, _): other < place && sent == sentID
      default: false
      }
    }
  }

  private func cutOff(_ id: String, _ key: String, _ at: Moment) -> Attempt {
    Attempt(
      receivedID: id, idempotencyKey: key, attemptedAt: at, outcome: .timeout, sentID: nil)
  }

  private func isCutOff(_ place: Int, _ id: String, _ key: String) -> Bool {
    for next in ofReceived[id] ?? [] where next > place {
      switch lines[next].entry {
      case .answered(let attempt, _) where attempt.idempotencyKey == key: return false
      case .intended(let intent) where intent.key == key: return true
      case .retried(_, key, _): return true
      default: break
      }
    }
    return true
  }

  /// The key of the create that made a sent invoice, or brought it back.
  func keys() -> [String: String] {
    var made: [String: String] = [:]
    var brought: [String: String] = [:]
    for case .answered(let attempt, _) in lines.map(\.entry) {
      guard let id = attempt.sentID, let key = attempt.idempotencyKey else { continue }
      if attempt.outcome == .created {
        made[id] = made[id] ?? key
      } else {
        brought[id] = brought[id] ?? key
      }
    }
    return made.merging(brought) { first, _ in first }
  }
}
