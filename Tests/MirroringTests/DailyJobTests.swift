import Invoicing
import RepairPlans
import Testing

@testable import Mirroring

@Suite struct DailyJobTests {
  static func invoice(
    _ id: String, number: String? = nil, processed: Bool = false,
    status: ReceivedStatus = .booked
  ) -> DailyInvoice {
    var invoice = Samples.received(id, status: status).invoice
    invoice.number = number ?? id
    return DailyInvoice(invoice: invoice, isProcessed: processed)
  }

  static func outcome(_ id: String, _ kind: ActionOutcome) -> CaseOutcome {
    CaseOutcome(
      receivedID: id, kind: kind, invoiceIDs: [], why: "", at: Moment(microseconds: 0))
  }

  @Test func `so many cases at once, by id, each once`() {
    var job = DailyJob(
      received: [Self.invoice("10"), Self.invoice("9"), Self.invoice("R1")], concurrency: 2)
    #expect(job.next().map(\.receivedID) == ["9", "10"])
    #expect(job.next().isEmpty)
    job.ended(receivedID: "10", Self.outcome("10", .done))
    #expect(job.next().map(\.receivedID) == ["R1"])
    job.ended(receivedID: "9", Self.outcome("9", .done))
    #expect(!job.isOver)
    job.ended(receivedID: "R1", Self.outcome("R1", .done))
    #expect(job.isOver)
    #expect(job.exitCode == 0)
  }

  @Test func `what is processed or cancelled is not begun, but a twin knows of it`() {
    var job = DailyJob(
      received: [
        Self.invoice("R1", number: "7", processed: true), Self.invoice("R2", number: "7"),
        Self.invoice("R3", number: "7", status: .cancelled), Self.invoice("R4", number: "8"),
      ], concurrency: 8)
    #expect(
      job.next() == [
        .daily(receivedID: "R2", twins: ["R1"]), .daily(receivedID: "R4", twins: []),
      ])
  }

  @Test func `twins never run together`() {
    var job = DailyJob(
      received: ["R1", "R2", "R3"].map { Self.invoice($0, number: $0 == "R3" ? "8" : "7") },
      concurrency: 3)
    #expect(job.next().map(\.receivedID) == ["R1", "R3"])
    job.ended(receivedID: "R3", Self.outcome("R3", .done))
    #expect(job.next().isEmpty)
    job.ended(receivedID: "R1", Self.outcome("R1", .done))
    #expect(job.next() == [.daily(receivedID: "R2", twins: ["R1"])])
  }

  @Test func `a stop begins nothing new and waits for what is under way`() {
    var job = DailyJob(received: ["R1", "R2"].map { Self.invoice($0) }, concurrency: 1)
    #expect(job.next().count == 1)
    job.stop()
    #expect(!job.isOver)
    job.ended(receivedID: "R1", nil)
    #expect(job.next().isEmpty)
    #expect(job.isOver)
    #expect(job.exitCode == 2)
  }

  @Test(
    arguments: [
      ([.done, .done], 0), ([.done, .manual], 2), ([.unknown, .done], 2),
      ([.failed, .unknown], 1),
    ] as [([ActionOutcome], Int32)])
  func `the exit code says what is left`(kinds: [ActionOutcome], code: Int32) {
    let ids = kinds.indices.map { "R\($0)" }
    var job = DailyJob(received: ids.map { Self.invoice($0) }, concurrency: 9)
    _ = job.next()
    for (id, kind) in zip(ids, kinds) { job.ended(receivedID: id, Self.outcome(id, kind)) }
    #expect(job.exitCode == code)
  }

  @Test func `nothing to do is done`() {
    let job = DailyJob(received: [], concurrency: 1)
    #expect(job.isOver)
    #expect(job.exitCode == 0)
  }
}
