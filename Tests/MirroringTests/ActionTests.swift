import Invoicing
import RepairPlans
import Testing

@testable import Mirroring

/// A plan's actions, as dialogues.
@Suite struct ActionTests {
  static func talk(_ action: RepairAction, dryRun: Bool = false) -> Dialogue {
    Dialogue(.action(action, dryRun: dryRun))
  }

  @Test func `a plan's mirror is made with its key and flagged`() {
    var talk = Self.talk(Actions.create(dead: ["S1"]))
    _ = talk.say(.started)
    _ = talk.answer(.received(Samples.received(isProcessed: true)))
    #expect(
      talk.answer(.sources([Samples.source()])).request == .findCustomers(.name("Kund K")))
    _ = talk.answer(.customers([Samples.customer]))
    guard case .encode(let draft)? = talk.answer(.mirrors([])).first else {
      Issue.record("nothing is encoded")
      return
    }
    #expect(draft.delivered == DeliveryMonth(year: 2023, month: 4))
    #expect(draft.dueDate == Samples.date("2023-06-09"))
    #expect(draft.lines == [Samples.line()])
    #expect(talk.say(.encoded(Samples.body)).request?.key == "mirror:R1:3696ad59777e09d5")
    _ = talk.answer(.created(id: "S2", replayed: false), .sent(Samples.sent("S2")), .done)
    #expect(
      talk.answer(.received(Samples.received(isProcessed: true, mirrorIDs: ["S2"]))).ending
        == "done [\"S2\"]: R1 is mirrored by S2, 1250.00 SEK to Kund K")
  }

  @Test(arguments: [
    ([Samples.sent("S5")], "R1 has the live mirrors S5, and the plan expects none"),
    (
      [Samples.sent("S5", status: .cancelled)],
      "R1 has dead mirrors that the plan does not know: S5"
    ),
  ]) func `other mirrors than the plan knows make it stale`(mirrors: [SentReading], why: String) {
    var talk = Self.talk(Actions.create())
    _ = talk.gather()
    #expect(talk.answer(.mirrors(mirrors)).ending == "stale [\"S5\"]: \(why)")
  }

  @Test func `a received invoice that changed makes it stale`() {
    var changed = Samples.received()
    changed.invoice.gross = Samples.sek(1)
    var talk = Self.talk(Actions.create())
    _ = talk.say(.started)
    #expect(
      talk.answer(.received(changed)).ending == "stale []: R1 says something else than it did")
    var cancelled = Self.talk(Actions.create())
    _ = cancelled.say(.started)
    #expect(
      cancelled.answer(.received(Samples.received(status: .cancelled))).ending
        == "stale []: R1 is cancelled")
    var lines = Self.talk(Actions.create())
    _ = lines.say(.started)
    _ = lines.answer(
      .received(Samples.received()), .sources([Samples.source(lines: [Samples.line(2)])]))
    #expect(
      lines.answer(.customers([Samples.customer])).ending
        == "stale []: the lines of R1 have changed")
  }

  @Test func `the trap in the middle of a plan ends with one live mirror`() {
    var talk = Self.talk(Actions.create())
    _ = talk.gather()
    _ = talk.answer(.mirrors([]))
    _ = talk.say(.encoded(Samples.body))
    _ = talk.answer(.created(id: "S1", replayed: false), .sent(nil), .mirrors([]))
    #expect(talk.say(.encoded(Samples.body)).request?.key == "mirror:R1:3696ad59777e09d5")
    var again = Dialogue(.action(Actions.create(), dryRun: false), journal: talk.journal)
    _ = again.gather()
    #expect(
      again.answer(.mirrors([Samples.sent("S2")])).request == .readSent(id: "S2"))
  }

  @Test func `a booked invoice is credited, the note certified at once`() {
    var talk = Self.talk(Actions.cancel("S1", draft: false))
    _ = talk.say(.started)
    let booked = Samples.sent(status: .booked, remaining: 125_000)
    _ = talk.answer(.received(Samples.received()), .sent(booked))
    #expect(talk.answer(.sent(booked)).request == .credit(id: "S1"))
    #expect(talk.answer(.credited(id: "C1")).request == .readSent(id: "S1"))
    #expect(
      talk.answer(.sent(Samples.sent(status: .booked, notes: [Samples.note("C1")]))).request
        == .readSent(id: "C1"))
    #expect(talk.answer(.sent(Samples.sent("C1", mirrorOf: nil))).request == .certify(id: "C1"))
    _ = talk.answer(.done)
    #expect(
      talk.answer(.sent(Samples.sent("C1", mirrorOf: nil, status: .booked))).ending
        == "done [\"S1\", \"C1\"]: S1 is credited in full by C1, which is certified")
  }

  @Test(
    arguments: [
      (Samples.sent(status: .paid), "S1 is paid, and no longer unpaid"),
      (Samples.sent(status: .booked, remaining: 25_000), "S1 is partly paid, and no longer unpaid"),
      (
        Samples.sent(status: .booked, notes: [Samples.note("C1", gross: -100)]),
        "S1 is partly credited, and no longer unpaid"
      ),
      (
        Samples.sent(status: .booked, notes: [Samples.note("C1")]),
        "S1 is credited, and no longer unpaid"
      ),
      (Samples.sent(status: .draft), "S1 is draft, and no longer unpaid"),
      (Samples.sent(mirrorOf: "R2", status: .booked), "S1 mirrors R2, and no longer R1"),
      (Samples.sent(status: .booked, customer: "L"), "S1 says something else than it did"),
      (nil, "S1 is no more in the books"),
    ] as [(SentReading?, String)])
  func `an invoice that changed is not touched`(reading: SentReading?, why: String) {
    var talk = Self.talk(Actions.cancel("S1", draft: false))
    _ = talk.say(.started)
    _ = talk.answer(.received(Samples.received()))
    #expect(talk.answer(.sent(reading)).ending == "stale [\"S1\"]: \(why)")
  }

  @Test func `a draft is booked and sent`() {
    var talk = Self.talk(Actions.send("S1"))
    _ = talk.say(.started)
    _ = talk.answer(.received(Samples.received()), .sent(Samples.sent()))
    #expect(talk.answer(.sent(Samples.sent())).request == .certify(id: "S1"))
    _ = talk.answer(.done, .sent(Samples.sent(status: .booked)))
    #expect(talk.answer(.sent(Samples.sent(status: .booked))).request == .send(id: "S1"))
    _ = talk.answer(.done)
    #expect(
      talk.answer(.sent(Samples.sent(status: .sent))).ending
        == "done [\"S1\"]: S1 is booked as NS1 and sent")
  }

  @Test func `receipts are attached, from the source's entries`() {
    let file = Samples.file("taxi.pdf", "c")
    var talk = Self.talk(Actions.attach("S1", [file]))
    _ = talk.say(.started)
    _ = talk.answer(.received(Samples.received()))
    _ = talk.answer(.sent(Samples.sent()))
    let lines = [Samples.line(1, .expense, entry: "E1")]
    #expect(
      talk.answer(.sources([Samples.source(lines: lines)])).request
        == .readExpense(supplier: "Konsult A", entry: "E1"))
    _ = talk.answer(.expense(.receipts([file])))
    #expect(talk.answer(.sent(Samples.sent())).request == .attachFiles([file], id: "S1"))
    _ = talk.answer(.done)
    #expect(
      talk.answer(.sent(Samples.sent(attachments: [file.attachment]))).ending
        == "done [\"S1\"]: 1 file is on S1")
  }

  @Test func `a replacement goes on after its old mirror has ended`() {
    var first = Self.talk(Actions.replace("S1", draft: true))
    _ = first.gather()
    _ = first.answer(.mirrors([Samples.sent()]), .sent(Samples.sent()), .done, .sent(nil))
    _ = first.answer(.mirrors([]), .sent(nil))
    #expect(first.say(.encoded(Samples.body)).request?.key != nil)
    _ = first.answer(.created(id: "S2", replayed: false))
    #expect(
      first.say(.failed(.refused(status: 403, message: ""))).ending
        == "failed [\"S2\"]: S2 was made, but could not be read back: the system refused (403)")
    var second = Dialogue(
      .action(Actions.replace("S1", draft: true), dryRun: false), journal: first.journal)
    _ = second.gather()
    let made = Samples.sent("S2")
    _ = second.answer(.mirrors([made]), .sent(nil), .mirrors([made]), .sent(made), .done)
    #expect(
      second.answer(.received(Samples.received(isProcessed: true, mirrorIDs: ["S2"]))).outcome?
        .kind == .done)
  }

  @Test func `files of one name are told apart`() {
    let files = [Samples.file("kvitto.pdf", "a"), Samples.file("kvitto.pdf", "b")]
    var talk = Self.talk(Actions.attach("S1", files))
    _ = talk.say(.started)
    let there = Samples.sent(
      attachments: [Samples.file("kvitto.pdf", "c").attachment, files[0].attachment])
    _ = talk.answer(.received(Samples.received(files: files)), .sent(there))
    guard case .attachFiles(let attached, "S1")? = talk.answer(.sent(there)).request else {
      Issue.record("nothing is attached")
      return
    }
    #expect(attached.map(\.name) == ["kvitto (2).pdf"])
    #expect(attached.map(\.sha256) == [files[1].sha256])
  }

  @Test(arguments: [
    (["a.pdf", "b.pdf"], ["a.pdf", "b.pdf"]), (["a.pdf", "a.pdf"], ["a.pdf", "a (2).pdf"]),
    (["a", "a", "a"], ["a", "a (2)", "a (3)"]), ([".x", ".x"], [".x", ".x (2)"]),
    (["a (2).pdf", "a.pdf", "a.pdf"], ["a (2).pdf", "a.pdf", "a (3).pdf"]),
  ]) func `a name that is taken gets a number`(names: [String], expected: [String]) {
    #expect(names.map { Samples.file($0, "a") }.named().map(\.name) == expected)
  }

  @Test func `what is left to hands or not approved asks nothing`() {
    var manual = Self.talk(Actions.manual)
    #expect(manual.say(.started).ending == "manual []: left to hands by the plan")
    var unapproved = Self.talk(Actions.create(isApproved: false))
    #expect(unapproved.say(.started).ending == "unapproved []: nobody has approved it")
  }

  @Test(arguments: [
    Actions.create(), Actions.cancel("S1", draft: true), Actions.mark("S1"), Actions.send("S1"),
    Actions.replace("S1", draft: true),
  ]) func `a dry run checks all and writes nothing`(action: RepairAction) {
    var talk = Self.talk(action, dryRun: true)
    var commands = talk.say(.started)
    for _ in 0..<20 {
      guard let request = commands.request else { break }
      let answer = Self.dryAnswer(request, hasMirror: action.kind != .createMirror)
      #expect(answer != nil, "a dry run asks to \(request.words)")
      guard let answer else { return }
      commands = talk.answer(answer)
    }
    #expect(commands.outcome?.kind == .done)
    #expect(commands.outcome?.why.hasPrefix("would ") == true)
    #expect(talk.journal.isEmpty)
  }

  static func dryAnswer(_ request: SystemRequest, hasMirror: Bool) -> SystemAnswer? {
    switch request {
    case .readReceived: .received(Samples.received())
    case .findSources: .sources([Samples.source()])
    case .findCustomers: .customers([Samples.customer])
    case .findMirrors: .mirrors(hasMirror ? [Samples.sent()] : [])
    case .readSent: .sent(Samples.sent())
    default: nil
    }
  }
}
