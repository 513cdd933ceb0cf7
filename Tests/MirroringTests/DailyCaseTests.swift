import Invoicing
import RepairPlans
import Testing

@testable import Mirroring

/// The daily job's case, as a dialogue.
@Suite struct DailyCaseTests {
  let key = "mirror:R1:0"

  @Test func `a mirror is made, read back and flagged`() {
    var talk = Dialogue()
    #expect(talk.say(.started).request == .readReceived(id: "R1"))
    #expect(
      talk.answer(.received(Samples.received())).request
        == .findSources(supplier: "Konsult A", number: "17", kind: .invoice))
    #expect(
      talk.answer(.sources([Samples.source()])).request == .findCustomers(.reference("K")))
    #expect(
      talk.answer(.customers([Samples.customer])).request == .findMirrors(receivedID: "R1"))
    guard case .encode(let draft)? = talk.answer(.mirrors([])).first else {
      Issue.record("nothing is encoded")
      return
    }
    #expect(draft.issueDate == Samples.date("2023-05-10"))
    #expect(draft.dueDate == Samples.date("2023-06-09"))
    #expect(talk.journal.isEmpty)
    #expect(talk.say(.encoded(Samples.body)).request == .createMirror(Samples.body, key: key))
    #expect(talk.journal.map(\.receivedID) == ["R1"])
    #expect(talk.answer(.created(id: "S1", replayed: false)).request == .readSent(id: "S1"))
    #expect(
      talk.answer(.sent(Samples.sent())).request
        == .setProcessed(receivedID: "R1", mirrorID: "S1"))
    #expect(talk.answer(.done).request == .readReceived(id: "R1"))
    #expect(
      talk.answer(.received(Samples.received(isProcessed: true, mirrorIDs: ["S1"]))).ending
        == "done [\"S1\"]: R1 is mirrored by S1, 1250.00 SEK to Kund K")
  }

  @Test func `the intent is in the journal before the request leaves`() {
    var talk = Dialogue()
    _ = talk.gather()
    _ = talk.answer(.mirrors([]))
    let commands = talk.machine.handle(.encoded(Samples.body), at: talk.now, chance: 0)
    let intent = CreateIntent(
      receivedID: "R1", key: key, dead: [], body: Samples.body,
      expected: MirrorTotals(
        customer: "Kund K", net: Samples.sek(100_000), vat: Samples.sek(25_000),
        gross: Samples.sek(125_000)), at: talk.now)
    #expect(
      commands == [
        .write(.intended(intent)),
        .send(.createMirror(Samples.body, key: key), timeout: 30_000_000),
      ])
  }

  @Test func `a mirror that is there is read back and flagged, nothing is made`() {
    var talk = Dialogue()
    _ = talk.gather()
    #expect(talk.answer(.mirrors([Samples.sent("S9")])).request == .readSent(id: "S9"))
    #expect(
      talk.answer(.sent(Samples.sent("S9"))).request
        == .setProcessed(receivedID: "R1", mirrorID: "S9"))
    _ = talk.answer(.done)
    #expect(
      talk.answer(.received(Samples.received(isProcessed: true, mirrorIDs: ["S9"]))).ending
        == "done [\"S9\"]: R1 had the mirror S9 already: only its flag was set")
  }

  @Test func `after a lost answer it looks, and takes what it finds`() {
    var talk = Dialogue()
    _ = talk.create()
    #expect(talk.say(.failed(.timedOut), after: 30).request == .findMirrors(receivedID: "R1"))
    #expect(talk.answer(.mirrors([Samples.sent()])).request == .readSent(id: "S1"))
    #expect(talk.answer(.sent(Samples.sent())).request?.words == "mark R1 processed with S1")
  }

  @Test func `after a lost request the same bytes go with the same key`() {
    var talk = Dialogue()
    _ = talk.create()
    _ = talk.say(.failed(.timedOut), after: 30)
    #expect(talk.answer(.mirrors([])) == [.wait(until: talk.now.adding(microseconds: 30_000_000))])
    #expect(talk.say(.woken, after: 30).request == .findMirrors(receivedID: "R1"))
    #expect(talk.answer(.mirrors([])).request == .createMirror(Samples.body, key: key))
  }

  @Test func `what the system lists late is waited for`() {
    var talk = Dialogue(settings: MirroringSettings(visibleAfter: 600_000_000))
    _ = talk.create()
    _ = talk.say(.failed(.connectionLost))
    #expect(
      talk.answer(.mirrors([])) == [.wait(until: talk.now.adding(microseconds: 600_000_000))])
  }

  @Test func `a dead answer joins the dead and the key changes by itself, once`() {
    var talk = Dialogue()
    _ = talk.create()
    _ = talk.answer(.created(id: "S1", replayed: false))
    #expect(talk.answer(.sent(nil)).request == .findMirrors(receivedID: "R1"))
    _ = talk.answer(.mirrors([]))
    #expect(
      talk.say(.encoded(Samples.body)).request
        == .createMirror(Samples.body, key: "mirror:R1:3696ad59777e09d5"))
    _ = talk.answer(.created(id: "S2", replayed: false))
    #expect(
      talk.answer(.sent(nil)).ending
        == "failed []: the system answered S1, S2 to the creates for R1, all of them dead: "
        + "run again")
  }

  @Test func `a key whose invoice is gone names the dead`() {
    var talk = Dialogue()
    _ = talk.create()
    #expect(
      talk.say(.failed(.keyOfTheGone(id: "S1"))).request == .findMirrors(receivedID: "R1"))
    _ = talk.answer(.mirrors([]))
    #expect(
      talk.say(.encoded(Samples.body)).request?.key == "mirror:R1:3696ad59777e09d5")
  }

  @Test func `a key that is in use is waited for`() {
    var talk = Dialogue()
    _ = talk.create()
    _ = talk.say(.failed(.keyInUse))
    _ = talk.answer(.mirrors([]))
    _ = talk.say(.woken, after: 30)
    #expect(talk.answer(.mirrors([])).request?.key == key)
  }

  @Test func `a key bound to another body is looked for, and unknown where nothing is seen`() {
    var talk = Dialogue()
    _ = talk.create()
    #expect(
      talk.say(.failed(.keyBoundToAnotherBody)).request == .findMirrors(receivedID: "R1"))
    _ = talk.answer(.mirrors([]))
    _ = talk.say(.woken, after: 30)
    #expect(
      talk.answer(.mirrors([])).ending
        == "unknown []: the key mirror:R1:0 is bound to another body, and no mirror of R1 is to "
        + "be seen")
    var again = Dialogue(journal: talk.journal)
    _ = again.gather()
    _ = again.say(.answered(.mirrors([])), after: 3_600)
    _ = again.say(.woken, after: 3_600)
    #expect(again.answer(.mirrors([])).outcome?.kind == .unknown)
  }

  @Test func `several live mirrors are left to hands`() {
    var talk = Dialogue()
    _ = talk.gather()
    #expect(
      talk.answer(.mirrors([Samples.sent("S10"), Samples.sent("S2")])).ending
        == "manual [\"S10\", \"S2\"]: R1 has several live mirrors: S10, S2")
  }

  @Test func `a mirror of another sum is not flagged`() {
    var talk = Dialogue()
    _ = talk.create()
    _ = talk.answer(.created(id: "S1", replayed: false))
    #expect(
      talk.answer(.sent(Samples.sent(gross: 100_000))).ending
        == "manual [\"S1\"]: the mirror S1 has the gross 1000.00 SEK and not 1250.00 SEK: its "
        + "flag is not set")
  }

  @Test func `what a killed engine made is found by its id although no list shows it`() {
    var talk = Dialogue()
    _ = talk.create()
    _ = talk.answer(.created(id: "S1", replayed: false))
    var again = Dialogue(journal: talk.journal)
    _ = again.gather()
    #expect(again.answer(.mirrors([])).request == .readSent(id: "S1"))
    #expect(again.answer(.sent(Samples.sent())).request == .readSent(id: "S1"))
    #expect(again.answer(.sent(Samples.sent())).request?.words == "mark R1 processed with S1")
  }

  @Test func `an engine killed after midnight sends the body of before`() {
    var talk = Dialogue()
    _ = talk.create()
    var again = Dialogue(journal: talk.journal)
    again.now = Samples.moment("2023-05-11T00:01:00Z")
    _ = again.gather()
    #expect(again.answer(.mirrors([])).request == .createMirror(Samples.body, key: key))
  }

  @Test func `a stop lets the request settle and keeps what it said`() {
    var talk = Dialogue()
    _ = talk.create()
    #expect(talk.say(.stopped).isEmpty)
    #expect(talk.answer(.created(id: "S1", replayed: false)) == [.suspend])
    #expect(talk.journal.count == 2)
  }
}
