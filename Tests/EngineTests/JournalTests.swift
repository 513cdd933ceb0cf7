import Foundation
import GRDB
import Invoicing
import Mirroring
import RepairPlans
import Testing

@testable import Engine

/// What is written is there, whoever opens it next.
@Suite struct JournalTests {
  @Test func `every kind of entry is read back as it was written`() throws {
    let folder = try TemporaryFolder()
    let entries = try JournalEntry.samples()
    do {
      let journal = try Journal(path: folder.file("journal.sqlite"))
      try journal.append(entries)
    }
    let reader = try JournalReader(path: folder.file("journal.sqlite"))
    #expect(try reader.entries(of: "R1") == entries)
    #expect(try reader.entries(of: "R2") == [])
    #expect(try reader.lastEntry() == Int64(entries.count))
    #expect(try reader.receivedIDs() == ["R1"])
  }

  @Test func `an action's entries are told from those of others`() throws {
    let folder = try TemporaryFolder()
    let journal = try Journal(path: folder.file("journal.sqlite"))
    let action = ActionReference(planID: "p", actionID: "a1")
    let dead = JournalEntry.foundDead(receivedID: "R1", sentID: "S1", at: Moment(microseconds: 1))
    let other = JournalEntry.foundDead(receivedID: "R1", sentID: "S2", at: Moment(microseconds: 2))
    try journal.append([dead], for: action)
    try journal.append([other])
    #expect(try journal.reader.entries(of: action) == [dead])
    #expect(try journal.reader.entries(of: "R1") == [dead, other])
  }

  @Test func `plans under way are known`() throws {
    let folder = try TemporaryFolder()
    let journal = try Journal(path: folder.file("journal.sqlite"))
    #expect(try journal.reader.plan("p") == nil)
    try journal.begin(plan: "p", at: Moment(microseconds: 5))
    try journal.begin(plan: "p", at: Moment(microseconds: 6))
    #expect(try journal.reader.plan("p")?.begunAt == Moment(microseconds: 5))
    #expect(try journal.reader.plan("p")?.endedAt == nil)
    try journal.end(plan: "p", at: Moment(microseconds: 7))
    #expect(try journal.reader.plan("p")?.endedAt == Moment(microseconds: 7))
  }

  @Test func `tries are handed on by their moment, older engines' among them`() throws {
    let folder = try TemporaryFolder()
    let journal = try Journal(path: folder.file("journal.sqlite"))
    let own = Self.attempt("R2", "mirror:R2:0", 30, .created, "S2")
    try journal.append([.answered(own, mayExist: false)])
    let foreign = [
      Self.attempt("R1", nil, 10, .timeout, nil), Self.attempt("R1", "R1", 20, .replayed, "S1"),
    ]
    try journal.append(foreign: foreign)
    #expect(try attempts(journal.reader) == foreign + [own])
    #expect(try journal.reader.key(thatMade: "S1") == "R1")
    #expect(try journal.reader.key(thatMade: "S2") == "mirror:R2:0")
    #expect(try journal.reader.key(thatMade: "S3") == nil)
    #expect(try journal.reader.unfinished() == ["R2"])
  }

  @Test func `a try that the engine's end cut off is a timeout`() throws {
    let folder = try TemporaryFolder()
    let journal = try Journal(path: folder.file("journal.sqlite"))
    let intent = try CreateIntent.sample(at: 10)
    let retried = {
      JournalEntry.retried(receivedID: "R1", key: intent.key, at: Moment(seconds: $0))
    }
    let answer = Self.attempt("R1", intent.key, 30, .created, "S1")
    try journal.append([.intended(intent), retried(20), retried(30)])
    #expect(
      try attempts(journal.reader)
        == [10, 20, 30].map {
          Self.attempt("R1", intent.key, $0, .timeout, nil)
        })
    try journal.append([.answered(answer, mayExist: false)])
    #expect(
      try attempts(journal.reader)
        == [10, 20].map { Self.attempt("R1", intent.key, $0, .timeout, nil) } + [answer])
    #expect(try attempts(journal.reader, upTo: 2).count == 2)
  }

  @Test func `what a lost create made stands with its try, once it is found`() throws {
    let folder = try TemporaryFolder()
    let journal = try Journal(path: folder.file("journal.sqlite"))
    let intent = try CreateIntent.sample(at: 10)
    let lost = Self.attempt("R1", intent.key, 10, .timeout, nil)
    let found = Self.attempt("R1", intent.key, 10, .timeout, "S1")
    try journal.append([.intended(intent), .answered(lost, mayExist: true)])
    #expect(try attempts(journal.reader) == [lost])
    try journal.append([.answered(found, mayExist: true)])
    #expect(try attempts(journal.reader) == [found])
    #expect(try journal.reader.key(thatMade: "S1") == intent.key)
  }

  @Test func `a dead mirror that no try names stands among the attempts, once`() throws {
    let folder = try TemporaryFolder()
    let journal = try Journal(path: folder.file("journal.sqlite"))
    let made = Self.attempt("R1", "mirror:R1:0", 10, .created, "S1")
    let dead = { (id: String, at: Int64) in
      JournalEntry.foundDead(receivedID: "R1", sentID: id, at: Moment(seconds: at))
    }
    try journal.append([
      .answered(made, mayExist: false), dead("S1", 20), dead("S2", 30), dead("S2", 40),
    ])
    #expect(
      try attempts(journal.reader) == [made, Self.attempt("R1", nil, 30, .failed, "S2")])
  }

  @Test func `a journal of the first kind is brought up to date`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("journal.sqlite")
    let dead = JournalEntry.foundDead(receivedID: "R1", sentID: "S2", at: Moment(seconds: 30))
    do {
      let queue = try DatabaseQueue(path: path)
      try JournalSchema.migrator.migrate(queue, upTo: "1 entries, intents, plans")
      try queue.write { db in try dead.insert(db, for: nil) }
    }
    #expect(throws: JournalError.self) { try JournalReader(path: path) }
    let journal = try Journal(path: path)
    #expect(
      try attempts(journal.reader) == [Self.attempt("R1", nil, 30, .failed, "S2")])
  }

  @Test func `what is finished is no longer unfinished`() throws {
    let folder = try TemporaryFolder()
    let journal = try Journal(path: folder.file("journal.sqlite"))
    try journal.append([.intended(try CreateIntent.sample(at: 1))])
    #expect(try journal.reader.unfinished() == ["R1"])
    try journal.append([try JournalEntry.finishedSample()])
    #expect(try journal.reader.unfinished() == [])
  }

  @Test func `it is made with the folder that it lies in`() throws {
    let folder = try TemporaryFolder()
    _ = try Journal(path: folder.file("in/between/journal.sqlite"))
    #expect(try JournalReader(path: folder.file("in/between/journal.sqlite")).lastEntry() == 0)
  }

  private func attempts(_ reader: JournalReader, upTo last: Int64? = nil) throws -> [Attempt] {
    var attempts: [Attempt] = []
    try reader.eachAttempt(upTo: last) { attempts.append($0) }
    return attempts
  }

  static func attempt(
    _ receivedID: String, _ key: String?, _ at: Int64, _ outcome: AttemptOutcome,
    _ sentID: String?
  ) -> Attempt {
    Attempt(
      receivedID: receivedID, idempotencyKey: key, attemptedAt: Moment(seconds: at),
      outcome: outcome, sentID: sentID)
  }
}
