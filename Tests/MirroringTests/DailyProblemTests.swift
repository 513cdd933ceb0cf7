import Invoicing
import RepairPlans
import Testing

@testable import Mirroring

/// What the daily job leaves to hands, with its whole sentence.
@Suite struct DailyProblemTests {
  @Test(
    arguments: [
      ([], "the books of Konsult A have no invoice 17: nobody knows for whom R1 is"),
      ([Samples.source(status: .credited)], "its source B1 is credited"),
      (
        [Samples.source(gross: 100_000)],
        "R1 and its source B1 differ: net 1000.00 SEK and 800.00 SEK"
      ),
      ([Samples.source(customer: nil)], "its source B1 does not say which customer it is for"),
    ] as [([SourceReading], String)])
  func `a source that does not do`(sources: [SourceReading], why: String) {
    var talk = Dialogue()
    _ = talk.say(.started)
    _ = talk.answer(.received(Samples.received()), .sources(sources))
    #expect(talk.answer(.mirrors([])).ending == "manual []: \(why)")
  }

  @Test(
    arguments: [
      ([], "the group's books have no customer with the reference K"),
      (
        [Samples.customer, CustomerReading(id: "8", name: "L", isActive: true)],
        "the group's books have several customers with the reference K: 7, 8"
      ),
      (
        [CustomerReading(id: "7", name: "Kund K", isActive: false)],
        "the customer Kund K is not active"
      ),
    ] as [([CustomerReading], String)])
  func `a customer who does not do`(customers: [CustomerReading], why: String) {
    var talk = Dialogue()
    _ = talk.say(.started)
    _ = talk.answer(
      .received(Samples.received()), .sources([Samples.source()]), .customers(customers))
    #expect(talk.answer(.mirrors([])).ending == "manual []: \(why)")
  }

  @Test func `of several sources the one that agrees, then the smallest id`() {
    var talk = Dialogue()
    _ = talk.say(.started)
    _ = talk.answer(.received(Samples.received()))
    let sources = [
      Samples.source("B2", customer: "L", gross: 1_000), Samples.source("B10", customer: "M"),
      Samples.source("10", customer: "N"), Samples.source("9"),
    ]
    #expect(talk.answer(.sources(sources)).request == .findCustomers(.reference("K")))
  }

  @Test func `mileage is left out and said`() {
    var talk = Dialogue()
    _ = talk.say(.started)
    let lines = [
      Samples.line(net: 60_000), Samples.line(2, .expense, net: 30_000, entry: "E1"),
      Samples.line(3, .expense, net: 10_000, entry: "E2"),
    ]
    _ = talk.answer(.received(Samples.received(files: [Samples.file("a.pdf", "a")])))
    _ = talk.answer(.sources([Samples.source(lines: lines)]))
    #expect(
      talk.answer(.customers([Samples.customer])).request
        == .readExpense(supplier: "Konsult A", entry: "E1"))
    _ = talk.answer(
      .expense(.receipts([Samples.file("a.pdf", "a"), Samples.file("b.pdf", "b")])),
      .expense(.mileage))
    guard case .encode(let draft)? = talk.answer(.mirrors([])).first else {
      Issue.record("nothing is encoded")
      return
    }
    #expect(draft.lines == Array(lines.prefix(2)))
    #expect(draft.files.map(\.name) == ["a.pdf", "b.pdf"])
    #expect(draft.totals.gross == Samples.sek(112_500))
    _ = talk.say(.encoded(Samples.body))
    _ = talk.answer(.created(id: "S1", replayed: false))
    _ = talk.answer(.sent(Samples.sent(gross: 112_500)), .done)
    #expect(
      talk.answer(.received(Samples.received(isProcessed: true, mirrorIDs: ["S1"]))).outcome?.why
        == "R1 is mirrored by S1, 1125.00 SEK to Kund K; left out, to be billed by hand: "
        + "1 line (mileage), 100.00 SEK net")
  }

  @Test func `a problem of the source does not keep a mirror from its flag`() {
    var talk = Dialogue()
    _ = talk.say(.started)
    _ = talk.answer(.received(Samples.received()), .sources([]))
    _ = talk.answer(.mirrors([Samples.sent()]))
    #expect(talk.answer(.sent(Samples.sent())).request?.words == "mark R1 processed with S1")
  }

  @Test func `of twins the smallest id is mirrored`() {
    var second = Dialogue(.daily(receivedID: "R1", twins: ["R0"]))
    #expect(second.gather().request == .findMirrors(receivedID: "R0"))
    _ = second.answer(.mirrors([]))
    #expect(
      second.answer(.mirrors([])).ending
        == "manual []: R1 is the same invoice as R0, which is the one to be mirrored")
    var first = Dialogue(.daily(receivedID: "R1", twins: ["R2"]))
    _ = first.gather()
    _ = first.answer(.mirrors([Samples.sent("S5", mirrorOf: "R2")]))
    #expect(
      first.answer(.mirrors([])).ending
        == "manual [\"S5\"]: R1 is the same invoice as R2, which S5 mirrors")
  }

  @Test func `what is done already, or cancelled, needs nothing`() {
    var done = Dialogue()
    _ = done.say(.started)
    #expect(
      done.answer(.received(Samples.received(isProcessed: true, mirrorIDs: ["S1"]))).ending
        == "done [\"S1\"]: R1 is processed already")
    var cancelled = Dialogue()
    _ = cancelled.say(.started)
    #expect(
      cancelled.answer(.received(Samples.received(status: .cancelled))).ending
        == "done []: R1 is cancelled: there is nothing to mirror")
  }
}
