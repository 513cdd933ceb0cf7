internal import Mirroring

/// What a case remembers, and where it writes.
protocol CaseJournal: Sendable {
  func memory(
    of receivedID: String, for action: ActionReference?
  ) throws(JournalError) -> CaseMemory
  /// Returns when the disk has the entry.
  func append(_ entry: JournalEntry, for action: ActionReference?) async throws(JournalError)
}

extension JournalQueue: CaseJournal {
  func memory(
    of receivedID: String, for action: ActionReference?
  ) throws(JournalError) -> CaseMemory {
    try reader.memory(of: receivedID, for: action)
  }
}
