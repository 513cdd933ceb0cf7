internal import Dispatch
internal import Mirroring
internal import Synchronization

/// Lets many cases write to one journal: what waits while the disk is busy goes in one
/// transaction, in the order in which it came.
///
/// Where the journal fails once, nothing is written any more: what comes after would stand there
/// without what came before.
final class JournalQueue: Sendable {
  private struct Waiting: Sendable {
    let entry: JournalEntry
    let action: ActionReference?
    let continuation: CheckedContinuation<JournalError?, Never>
  }

  private struct State {
    var waiting: [Waiting] = []
    var isWriting = false
    var failure: JournalError?
  }

  private let journal: Journal
  private let state = Mutex(State())
  private let disk = DispatchQueue(label: "mirror-engine.journal")

  init(_ journal: Journal) { self.journal = journal }

  var reader: JournalReader { journal.reader }

  /// Why the journal cannot be written any more.
  var failure: JournalError? { state.withLock { $0.failure } }

  /// Returns when the disk has the entry.
  func append(
    _ entry: JournalEntry, for action: ActionReference?
  ) async throws(JournalError) {
    let failure = await withCheckedContinuation { continuation in
      let begins = state.withLock { state in
        state.waiting.append(Waiting(entry: entry, action: action, continuation: continuation))
        defer { state.isWriting = true }
        return !state.isWriting
      }
      if begins { disk.async { self.writeAll() } }
    }
    if let failure { throw failure }
  }

  private func writeAll() {
    while true {
      let (batch, earlier) = state.withLock { state in
        defer { state.waiting = [] }
        state.isWriting = !state.waiting.isEmpty
        return (state.waiting, state.failure)
      }
      if batch.isEmpty { return }
      let failure = earlier ?? write(batch)
      if let failure { state.withLock { $0.failure = failure } }
      for waiting in batch { waiting.continuation.resume(returning: failure) }
    }
  }

  private func write(_ batch: [Waiting]) -> JournalError? {
    do throws(JournalError) {
      try journal.append(batch.map { ($0.entry, $0.action) })
      return nil
    } catch {
      return error
    }
  }
}
