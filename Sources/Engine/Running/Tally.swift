internal import Invoicing
internal import Mirroring
internal import Synchronization

/// Counts what a run has done, by what it wrote in the journal.
final class Tally: Sendable {
  private struct Counts {
    var created = 0
    var marked = 0
  }

  private let counts = Mutex(Counts())

  var created: Int { counts.withLock { $0.created } }
  var marked: Int { counts.withLock { $0.marked } }

  func count(_ entry: JournalEntry) {
    counts.withLock { counts in
      switch entry {
      case .answered(let attempt, _) where attempt.outcome == .created: counts.created += 1
      case .acted(let deed) where deed.kind == .flag: counts.marked += 1
      default: break
      }
    }
  }
}
