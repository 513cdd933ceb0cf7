import Invoicing
import Mirroring
import RepairPlans
import Testing

extension Moment {
  init(seconds: Int64) { self.init(microseconds: seconds * 1_000_000) }
}

extension CreateIntent {
  static func sample(at seconds: Int64) throws -> CreateIntent {
    let sek = try #require(Currency("SEK"))
    return CreateIntent(
      receivedID: "R1", key: "mirror:R1:0", dead: ["S1", "S2"],
      body: CreateBody(bytes: Array(0...255), contentType: "application/xml"),
      expected: MirrorTotals(
        customer: "Kund K", net: Money(-100_000, sek), vat: Money(-25_000, sek),
        gross: Money(-125_000, sek)),
      at: Moment(seconds: seconds))
  }
}

extension JournalEntry {
  static func finishedSample() throws -> JournalEntry {
    .finished(
      CaseOutcome(
        receivedID: "R1", kind: .done, invoiceIDs: ["S3", "S4"], why: "R1 is \"mirrored\"\nby S3",
        at: Moment(microseconds: 1_700_000_000_123_456)))
  }

  /// One of each kind, and of each with and without what may be absent.
  static func samples() throws -> [JournalEntry] {
    var nameless = try CreateIntent.sample(at: 2)
    nameless.expected.customer = nil
    nameless.dead = []
    let at = Moment(microseconds: 1_700_000_000_000_001)
    var entries: [JournalEntry] = [
      .intended(try CreateIntent.sample(at: 1)), .intended(nameless),
      .retried(receivedID: "R1", key: "k", at: at),
      .foundDead(receivedID: "R1", sentID: "S1", at: at),
    ]
    for outcome in AttemptOutcome.allCases {
      for (key, sentID) in [("k", nil), (nil, "S")] as [(String?, String?)] {
        let attempt = Attempt(
          receivedID: "R1", idempotencyKey: key, attemptedAt: at, outcome: outcome,
          sentID: sentID)
        entries += [.answered(attempt, mayExist: true), .answered(attempt, mayExist: false)]
      }
    }
    for kind in DeedKind.allCases {
      for note in [nil, "N1"] {
        let deed = Deed(
          receivedID: "R1", kind: kind, sentID: "S1", creditNoteID: note, at: at)
        entries += [.acting(deed), .acted(deed)]
      }
    }
    return entries + [try finishedSample()]
  }
}
