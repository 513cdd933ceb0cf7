internal import Foundation
internal import Invoicing
internal import Mirroring

/// A journal, as a person or a script reads it.
package struct JournalReport: Sendable {
  private let reader: JournalReader

  package init(_ reader: JournalReader) { self.reader = reader }

  /// Hands on text, piece by piece: what happened to each received invoice, then what is not
  /// brought to an end.
  package func text(_ write: (String) -> Void) throws(JournalError) {
    let ids = try reader.receivedIDs()
    if ids.isEmpty { return write("The journal is empty.\n") }
    for id in ids {
      write("\(id.plain)\n")
      for entry in try reader.entries(of: id) {
        let (at, words) = entry.words
        write("  \(at)  \(words.plain)\n")
      }
    }
    let unfinished = try reader.unfinished()
    if unfinished.isEmpty { return write("\nNothing is unfinished.\n") }
    write("\nUnfinished; the next run goes on:\n")
    for id in unfinished { write("  \(id.plain)\n") }
  }

  /// Hands on JSON, piece by piece: `received` and `unfinished`.
  package func json(_ write: (String) -> Void) throws(JournalError) {
    write("{\n\"received\": [")
    for (place, id) in try reader.receivedIDs().enumerated() {
      let entries = try reader.entries(of: id).map { WrittenEntry($0) }
      let text = JSONText.of(WrittenCase(receivedID: id, entries: entries))
      write("\(place == 0 ? "" : ",")\n\(text.dropLast())")
    }
    let unfinished = JSONText.of(try reader.unfinished())
    write("\n],\n\"unfinished\": \(unfinished.dropLast())\n}\n")
  }
}

private struct WrittenCase: Encodable {
  let receivedID: String
  let entries: [WrittenEntry]

  enum CodingKeys: String, CodingKey {
    case entries
    case receivedID = "received_id"
  }
}

private struct WrittenEntry: Encodable {
  var at: String
  var kind: String
  var key: String?
  var outcome: String?
  var sentID: String?
  var creditNoteID: String?
  var deed: String?
  var mayExist: Bool?
  var dead: [String]?
  var bodyBytes: Int?
  var invoiceIDs: [String]?
  var why: String?

  enum CodingKeys: String, CodingKey {
    case at, kind, key, outcome, deed, dead, why
    case sentID = "sent_id"
    case creditNoteID = "credit_note_id"
    case mayExist = "may_exist"
    case bodyBytes = "body_bytes"
    case invoiceIDs = "invoice_ids"
  }

  init(_ entry: JournalEntry) {
    at = entry.words.at.description
    switch entry {
    case .intended(let intent):
      kind = "intended"
      (key, dead, bodyBytes) = (intent.key, intent.dead, intent.body.bytes.count)
    case .retried(_, let key, _):
      kind = "retried"
      self.key = key
    case .answered(let attempt, let mayExist):
      kind = "answered"
      (key, outcome, sentID) = (attempt.idempotencyKey, attempt.outcome.name, attempt.sentID)
      self.mayExist = mayExist
    case .foundDead(_, let id, _):
      kind = "found-dead"
      sentID = id
    case .acting(let deed), .acted(let deed):
      if case .acting = entry { kind = "acting" } else { kind = "acted" }
      (self.deed, sentID, creditNoteID) = (deed.kind.name, deed.sentID, deed.creditNoteID)
    case .finished(let outcome):
      kind = "finished"
      (self.outcome, invoiceIDs, why) = (outcome.kind.name, outcome.invoiceIDs, outcome.why)
    }
  }
}

extension JournalEntry {
  /// When it was, and what.
  fileprivate var words: (at: Moment, text: String) {
    switch self {
    case .intended(let intent):
      let dead =
        intent.dead.isEmpty ? "" : ", given that dead: \(intent.dead.joined(separator: " "))"
      return (
        intent.at, "creates with the key \(intent.key), \(intent.body.bytes.count) bytes\(dead)"
      )
    case .retried(_, let key, let at): return (at, "tries again with the key \(key)")
    case .answered(let attempt, let mayExist):
      let key = attempt.idempotencyKey.map { " (key \($0))" } ?? ""
      let id = attempt.sentID.map { " \($0)" } ?? ""
      let doubt =
        !mayExist ? "" : attempt.sentID == nil ? "; it may have been made" : ", found by looking"
      return (attempt.attemptedAt, "\(attempt.outcome.name)\(id)\(key)\(doubt)")
    case .foundDead(_, let id, let at): return (at, "the mirror \(id) is dead")
    case .acting(let deed): return (deed.at, "is about to \(deed.kind.verb(deed.sentID))")
    case .acted(let deed):
      let note = deed.creditNoteID.map { ", credit note \($0)" } ?? ""
      return (deed.at, "done: \(deed.kind.verb(deed.sentID))\(note)")
    case .finished(let outcome): return (outcome.at, "\(outcome.kind.name): \(outcome.why)")
    }
  }
}
