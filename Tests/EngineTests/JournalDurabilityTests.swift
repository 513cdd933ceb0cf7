import GRDB
import Testing

@testable import Engine

/// What is written is on the disk, not only in the system's memory.
@Suite struct JournalDurabilityTests {
  @Test func `a transaction waits for the disk`() throws {
    let folder = try TemporaryFolder()
    let journal = try JournalDatabase(folder.file("journal.sqlite"))
    let full = 2
    #expect(try journal.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == full)
    #expect(try journal.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
  }
}
