internal import Mirroring
internal import Synchronization

/// Remembers what a run has asked of the system, to sum it up.
final class Tally: Sendable {
  private struct Counts {
    var created: Set<String> = []
    var flagged: Set<String> = []
  }

  private let counts = Mutex(Counts())

  /// How many mirrors were made.
  var created: Int { counts.withLock { $0.created.count } }

  /// Whether a received invoice's flag was to be set.
  func isFlagged(_ receivedID: String) -> Bool {
    counts.withLock { $0.flagged.contains(receivedID) }
  }

  func count(_ request: SystemRequest, _ result: Result<SystemAnswer, RequestFailure>) {
    counts.withLock { counts in
      switch (request, result) {
      case (.createMirror, .success(.created(let id, replayed: false))): counts.created.insert(id)
      case (.setProcessed(let receivedID, _), _): counts.flagged.insert(receivedID)
      default: break
      }
    }
  }
}
