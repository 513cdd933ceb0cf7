import Invoicing
import Testing

@testable import Mirroring

/// What a mirror should be, by hand-made cases.
@Suite struct ExpectedMirrorTests {
  static func mirror(
    _ lines: [BilledLine], expenses: [ExpenseReading?]? = nil, skip: [LineKind] = [.mileage],
    _ change: (inout ReceivedReading) -> Void = { _ in }
  ) -> ExpectedMirror {
    var received = Samples.received()
    change(&received)
    let basis = MirrorBasis(
      received: received, source: Samples.source(lines: lines), customer: Samples.customer,
      expenses: expenses ?? lines.map { _ in nil })
    return expectedMirror(of: basis, skip: skip, on: Samples.date("2023-12-31"))
  }

  @Test func `it keeps the days of payment and names the month of the source`() {
    let draft = Self.mirror([Samples.line()]).draft
    #expect(draft.issueDate == Samples.date("2023-12-31"))
    #expect(draft.dueDate == Samples.date("2024-01-30"))
    #expect(draft.delivered.description == "2023-04")
    #expect(draft.customer == Samples.customer)
    #expect(Self.mirror([Samples.line()]) { $0.invoice.dueDate = nil }.draft.dueDate == nil)
  }

  struct Sum: Sendable {
    let lines: [(net: Int128, rate: Int64)]
    let net: Int128
    let vat: Int128
  }

  static let sums = [
    Sum(lines: [(1, 250_000), (1, 250_000)], net: 2, vat: 1),
    Sum(lines: [(2, 250_000)], net: 2, vat: 1),
    Sum(lines: [(-2, 250_000)], net: -2, vat: -1),
    Sum(lines: [(1, 250_000)], net: 1, vat: 0),
    Sum(lines: [(10_001, 250_000), (333, 60_000), (5, 0)], net: 10_339, vat: 2_520),
    Sum(lines: [(250, 1_000)], net: 250, vat: 0),
    Sum(lines: [(-100_000, 250_000), (50_000, 120_000)], net: -50_000, vat: -19_000),
  ]

  @Test(arguments: sums)
  func `VAT is taken for each rate on the sum, and rounded away from zero`(sum: Sum) {
    let billed = sum.lines.map { amount, rate in
      var line = Samples.line(net: amount).line
      line.vatRate = rate
      return line
    }
    let totals = MirrorTotals(of: billed, customer: nil, in: Samples.sek(0).currency)
    #expect(totals.net == Samples.sek(sum.net))
    #expect(totals.vat == Samples.sek(sum.vat))
    #expect(totals.gross == Samples.sek(sum.net + sum.vat))
  }

  @Test func `a line whose entry is not given is mileage, left out only where it is skipped`() {
    let lines = [Samples.line(), Samples.line(2, .expense, net: 500, entry: "E")]
    let skipped = Self.mirror(lines, expenses: [nil, .mileage])
    #expect(skipped.draft.lines == [lines[0]])
    #expect(skipped.leftOut.map(\.line.kind) == [.mileage])
    let kept = Self.mirror(lines, expenses: [nil, .mileage], skip: [])
    #expect(kept.draft.lines.map(\.line.kind) == [.service, .mileage])
    #expect(kept.leftOut.isEmpty)
  }

  @Test func `a content is attached once, receipts of skipped lines are not`() {
    let lines = [
      Samples.line(1, .expense, entry: "E1"), Samples.line(2, .expense, entry: "E2"),
    ]
    let receipts = ExpenseReading.receipts([Samples.file("b", "b"), Samples.file("again", "a")])
    let own = [Samples.file("a", "a")]
    let mirror = Self.mirror(lines, expenses: [receipts, nil]) { $0.files = own }
    #expect(mirror.draft.files.map(\.name) == ["a", "b"])
    let bare = Self.mirror(lines, expenses: [receipts, nil], skip: [.expense]) { $0.files = own }
    #expect(bare.draft.files.map(\.name) == ["a"])
    #expect(bare.draft.lines.isEmpty)
  }
}
