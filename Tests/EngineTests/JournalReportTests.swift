import Engine
import Foundation
import Invoicing
import Mirroring
import Testing

/// The journal, as a person and a script read it.
@Suite struct JournalReportTests {
  @Test func `a person reads what happened to each invoice, and what is unfinished`() throws {
    let (folder, report) = try Self.report()
    var text = ""
    try report.text { text += $0 }
    #expect(
      text == """
        R1
          1970-01-01T00:00:01Z  creates with the key mirror:R1:0, 256 bytes, given that dead: S1 S2
          1970-01-01T00:00:02Z  tries again with the key mirror:R1:0
          1970-01-01T00:00:02Z  timeout (key mirror:R1:0); it may have been made
          1970-01-01T00:00:03Z  the mirror S9 is dead
          1970-01-01T00:00:04Z  is about to credit S9
          1970-01-01T00:00:05Z  done: credit S9, credit note S10
        R2
          2023-11-14T22:13:20.123456Z  done: R1 is "mirrored"\u{fffd}by S3

        Unfinished; the next run goes on:
          R1

        """)
    _ = folder
  }

  @Test func `a script reads the same as JSON`() throws {
    let (folder, report) = try Self.report()
    var text = ""
    try report.json { text += $0 }
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let object = try #require(value as? [String: Any])
    #expect(object["unfinished"] as? [String] == ["R1"])
    let received = try #require(object["received"] as? [[String: Any]])
    #expect(received.map { $0["received_id"] as? String } == ["R1", "R2"])
    let entries = try #require(received.first?["entries"] as? [[String: Any]])
    #expect(
      entries.map { $0["kind"] as? String } == [
        "intended", "retried", "answered", "found-dead", "acting", "acted",
      ])
    #expect(entries[0]["body_bytes"] as? Int == 256)
    #expect(entries[2]["outcome"] as? String == "timeout")
    #expect(entries[2]["may_exist"] as? Bool == true)
    #expect(entries[5]["credit_note_id"] as? String == "S10")
    _ = folder
  }

  @Test func `an empty journal says that it is`() throws {
    let folder = try TemporaryFolder()
    let journal = try Journal(path: folder.file("journal.sqlite"))
    var text = ""
    try JournalReport(journal.reader).text { text += $0 }
    #expect(text == "The journal is empty.\n")
    var json = ""
    try JournalReport(journal.reader).json { json += $0 }
    #expect(json.filter { !$0.isWhitespace } == "{\"received\":[],\"unfinished\":[]}")
  }

  private static func report() throws -> (TemporaryFolder, JournalReport) {
    let folder = try TemporaryFolder()
    let journal = try Journal(path: folder.file("journal.sqlite"))
    let key = "mirror:R1:0"
    let attempt = Attempt(
      receivedID: "R1", idempotencyKey: key, attemptedAt: Moment(seconds: 2), outcome: .timeout,
      sentID: nil)
    var deed = Deed(receivedID: "R1", kind: .credit, sentID: "S9", at: Moment(seconds: 4))
    var entries: [JournalEntry] = [
      .intended(try CreateIntent.sample(at: 1)),
      .retried(receivedID: "R1", key: key, at: Moment(seconds: 2)),
      .answered(attempt, mayExist: true),
      .foundDead(receivedID: "R1", sentID: "S9", at: Moment(seconds: 3)), .acting(deed),
    ]
    deed.creditNoteID = "S10"
    deed.at = Moment(seconds: 5)
    entries.append(.acted(deed))
    if case .finished(var outcome) = try JournalEntry.finishedSample() {
      outcome.receivedID = "R2"
      entries.append(.finished(outcome))
    }
    try journal.append(entries)
    return (folder, JournalReport(journal.reader))
  }
}
