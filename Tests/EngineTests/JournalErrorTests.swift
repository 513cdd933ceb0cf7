import Engine
import Foundation
import GRDB
import Invoicing
import Mirroring
import Testing

/// What is no journal, or somebody else's, is left as it is.
@Suite struct JournalErrorTests {
  @Test func `a second engine is kept out, and told by whom`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("journal.sqlite")
    let pid = Int(ProcessInfo.processInfo.processIdentifier)
    let first = try Journal(path: path)
    #expect(throws: JournalError.locked(path: path, process: pid)) { try Journal(path: path) }
    // By another name it is the same journal.
    let link = folder.file("link.sqlite")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(throws: JournalError.locked(path: path, process: pid)) { try Journal(path: link) }
    // To read it is no harm.
    #expect(try JournalReader(path: path).lastEntry() == 0)
    try first.append([.foundDead(receivedID: "R1", sentID: "S1", at: Moment(seconds: 1))])
    #expect(try JournalReader(path: path).lastEntry() == 1)
  }

  @Test func `the lock goes with its holder`() throws {
    let folder = try TemporaryFolder()
    do { _ = try Journal(path: folder.file("journal.sqlite")) }
    _ = try Journal(path: folder.file("journal.sqlite"))
  }

  @Test func `what is no journal is refused, and left as it is`() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("my shopping list\n", to: "list.txt")
    #expect(throws: JournalError.foreign(path: text)) { try Journal(path: text) }
    #expect(throws: JournalError.foreign(path: text)) { try JournalReader(path: text) }
    #expect(try String(contentsOfFile: text, encoding: .utf8) == "my shopping list\n")
    let other = folder.file("other.sqlite")
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    #expect(throws: JournalError.foreign(path: other)) { try Journal(path: other) }
  }

  @Test func `a newer engine's journal is refused`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("journal.sqlite")
    do { _ = try Journal(path: path) }
    try DatabaseQueue(path: path).write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 of the future')")
    }
    #expect(throws: JournalError.newerSchema(path: path)) { try Journal(path: path) }
  }

  @Test func `a damaged journal is refused`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("journal.sqlite")
    try folder.write("SQLite format 3\0 and then nothing that is one", to: "journal.sqlite")
    do {
      _ = try Journal(path: path)
      Issue.record("it was opened")
    } catch {
      #expect(error.description.hasPrefix("the journal \(path) is damaged ("))
    }
  }

  @Test func `an entry that no engine writes is named`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("journal.sqlite")
    let journal = try Journal(path: path)
    try journal.append([try JournalEntry.finishedSample()])
    try DatabaseQueue(path: path).write {
      try $0.execute(sql: "UPDATE entries SET outcome = 'perhaps'")
    }
    #expect(
      throws: JournalError.damaged(
        path: path, detail: "entry 1: outcome does not hold what it should")
    ) { try journal.reader.entries(of: "R1") }
  }

  @Test func `a folder where no file can be made is named`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    let path = folder.file("file/journal.sqlite")
    #expect(throws: JournalError.unusable(path: path, reason: "Not a directory")) {
      try Journal(path: path)
    }
    #expect(throws: JournalError.missing(path: path)) { try JournalReader(path: path) }
  }

  @Test(arguments: sentences)
  func `each is said in words`(_ error: JournalError, _ text: String) {
    #expect(error.description == text)
  }

  static let sentences: [(JournalError, String)] = [
    (
      .missing(path: "j"),
      "there is no journal at j: 'mirror-engine run' makes one, and the configuration's "
        + "'engine.journal' says where"
    ),
    (
      .unusable(path: "j", reason: "disk I/O error"),
      "the journal j cannot be used (disk I/O error): check its permissions and its disk; what "
        + "it does not hold was not sent"
    ),
    (
      .locked(path: "j", process: 5),
      "another mirror-engine (process 5) works with the journal j: wait until it is done"
    ),
    (
      .locked(path: "j", process: nil),
      "another mirror-engine works with the journal j: wait until it is done"
    ),
    (
      .foreign(path: "j"),
      "j is not a journal of mirror-engine, and is left as it is: move it away, or name another "
        + "with 'engine.journal' in the configuration"
    ),
    (
      .newerSchema(path: "j"), "the journal j was written by a newer mirror-engine: use that one"
    ),
    (
      .damaged(path: "j", detail: "why"),
      "the journal j is damaged (why): restore it from a backup; without it the engine does not "
        + "know what it has begun"
    ),
  ]
}
