internal import Mirroring

/// The journal of a dry run: it is read, and never written.
struct RehearsalJournal: CaseJournal {
  /// Nil: there is no journal yet.
  let reader: JournalReader?

  func memory(
    of receivedID: String, for action: ActionReference?
  ) throws(JournalError) -> CaseMemory {
    try reader?.memory(of: receivedID, for: action) ?? CaseMemory()
  }

  /// The outcome alone is written by a machine that rehearses; it is kept nowhere.
  func append(_ entry: JournalEntry, for action: ActionReference?) {}
}
