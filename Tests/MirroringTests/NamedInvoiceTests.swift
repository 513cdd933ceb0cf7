import Invoicing
import RepairPlans
import Testing

@testable import Mirroring

/// Invoices that a flag, the journal or a plan names, and that do not say what they mirror.
@Suite struct NamedInvoiceTests {
  /// Up to the look, its flag naming an invoice.
  private static func gather(_ talk: inout Dialogue, naming id: String) {
    _ = talk.say(.started)
    _ = talk.answer(
      .received(Samples.received(isProcessed: true, mirrorIDs: [id])),
      .sources([Samples.source()]), .customers([Samples.customer]))
  }

  @Test func `what the plan knows for another's mirror is passed by`() {
    var talk = Dialogue(.action(Actions.create(others: ["S9"]), dryRun: false))
    Self.gather(&talk, naming: "S9")
    #expect(talk.answer(.mirrors([])).request == .readSent(id: "S9"))
    _ = talk.answer(.sent(Samples.sent("S9", mirrorOf: nil)))
    #expect(talk.say(.encoded(Samples.body)).request?.key == "mirror:R1:0")
  }

  @Test(arguments: [
    (
      Samples.sent("S9", mirrorOf: nil, gross: 500), "S9 says something else than it did"
    ),
    (nil, "R1 has dead mirrors that the plan does not know: S9"),
  ]) func `it is stale where that has changed`(reading: SentReading?, why: String) {
    var talk = Dialogue(.action(Actions.create(others: ["S9"]), dryRun: false))
    _ = talk.gather()
    #expect(talk.answer(.mirrors([])).request == .readSent(id: "S9"))
    #expect(talk.answer(.sent(reading)).ending == "stale [\"S9\"]: \(why)")
  }

  @Test func `a replacement ends nothing where a live invoice is named that may be its own`() {
    var talk = Dialogue(.action(Actions.replace("S1", draft: true), dryRun: false))
    Self.gather(&talk, naming: "S9")
    _ = talk.answer(.mirrors([Samples.sent("S1")]))
    #expect(
      talk.answer(.sent(Samples.sent("S9", mirrorOf: nil))).ending
        == "stale [\"S9\"]: R1 names S9, which is live and does not say what it mirrors")
  }

  @Test func `a credit note on another invoice is nobody's mirror`() {
    var note = Samples.sent("S9", mirrorOf: nil)
    note.invoice.credits = "S8"
    var talk = Dialogue(.action(Actions.create(), dryRun: false))
    Self.gather(&talk, naming: "S9")
    _ = talk.answer(.mirrors([]), .sent(note))
    #expect(talk.say(.encoded(Samples.body)).request?.key == "mirror:R1:0")
  }

  @Test func `what the flag alone names and is gone is in the key, and not in the journal`() {
    var talk = Dialogue(.action(Actions.create(dead: ["S1"]), dryRun: false))
    Self.gather(&talk, naming: "S1")
    _ = talk.answer(.mirrors([]), .sent(nil))
    #expect(talk.say(.encoded(Samples.body)).request?.key == "mirror:R1:3696ad59777e09d5")
    #expect(
      !talk.journal.contains {
        if case .foundDead = $0 { true } else { false }
      })
  }

  @Test func `what a create with a lost answer made is named with its try, once it is found`() {
    var talk = Dialogue()
    _ = talk.create()
    let tried = talk.now
    _ = talk.say(.failed(.timedOut), after: 30)
    _ = talk.answer(.mirrors([Samples.sent("S1")]), .sent(Samples.sent("S1")))
    let found = Attempt(
      receivedID: "R1", idempotencyKey: "mirror:R1:0", attemptedAt: tried, outcome: .timeout,
      sentID: "S1")
    #expect(talk.journal.last == .answered(found, mayExist: true))
    var later = Dialogue(journal: talk.journal)
    _ = later.gather()
    #expect(later.answer(.mirrors([])).request == .readSent(id: "S1"))
  }
}
