import Foundation
import Invoicing
import RepairPlans
import Testing

@testable import Engine

/// What one execution of a plan takes up, in which order, and why it does not begin.
@Suite struct ExecutingTests {
  private static func action(
    _ id: String, received: String = "", touches: [String] = [], rests: [String] = []
  ) throws -> RepairAction {
    let sek = try #require(Currency("SEK"))
    let invoices = touches.map { sent in
      TouchedInvoice(
        ledger: .sent, id: sent, number: "", party: "Kund K", gross: Money(100, sek),
        operation: .credit)
    }
    return RepairAction(
      id: id, kind: .cancelInvoice, findings: [], receivedID: received, safety: .safe,
      amount: Money(100, sek), why: "", invoices: invoices,
      expect: Expectations(
        sent: rests.map { ExpectedSent(id: $0, state: .live, mirrorOf: nil) }))
  }

  @Test func `what belongs to one case goes one after the other, the rest beside it`() throws {
    let actions = try [
      Self.action("a", received: "R1", touches: ["S1"]),
      Self.action("b", received: "R2", touches: ["S2"]),
      Self.action("c", received: "R1", touches: ["S3"]),
      // It rests on what the second ends, and touches what the fifth rests on.
      Self.action("d", received: "R3", touches: ["S4"], rests: ["S2"]),
      Self.action("e", rests: ["S4"]),
      Self.action("f", touches: ["S9"]),
      Self.action("g", touches: ["S8"]),
    ]
    #expect(ActionCases.split(actions) == [[0, 2], [1, 3, 4], [5], [6]])
    #expect(ActionCases.split([]) == [])
  }

  @Test func `limits are taken from, each currency for itself`() throws {
    let (sek, eur) = (try #require(Currency("SEK")), try #require(Currency("EUR")))
    var limits = try SpendingLimits(["SEK=100", "EUR=9.50"])
    #expect(limits.refusal(of: Money(-6_000, sek)) == nil)
    #expect(
      limits.refusal(of: Money(4_001, sek))
        == "beyond --max-amount: it moves 40.01 SEK, and 40.00 are left")
    #expect(limits.refusal(of: Money(4_000, sek)) == nil)
    #expect(limits.refusal(of: Money(950, eur)) == nil)
    let usd = try #require(Currency("USD"))
    #expect(
      limits.refusal(of: Money(1, usd)) == "--max-amount says nothing of USD: none of it is moved")
    #expect(limits.refusal(of: Money(0, usd)) == nil)
    var none = SpendingLimits()
    #expect(none.refusal(of: Money(1, usd)) == nil)
  }

  @Test(arguments: ["SEK", "SEK=", "=5", "SEK=-1", "KRONOR=5", "SEK=1=2", "SEK=1.234"])
  func `a limit that is none is refused`(_ text: String) {
    #expect(throws: ExecutionRefusal.badLimit(text)) { try SpendingLimits([text]) }
  }

  @Test(arguments: [
    (
      ExecutionRefusal.badLimit("5"),
      "--max-amount '5': expected a currency and an amount, as SEK=50000 or EUR=99.50"
    ),
    (.limitTwice("SEK"), "--max-amount: SEK has two limits; give it one"),
    (
      .noFolder(path: "out", reason: "it may not be written"),
      "the results cannot be written to 'out' (it may not be written): nothing was done; --out "
        + "names another folder"
    ),
  ]) func `a refusal says what to do`(_ refusal: ExecutionRefusal, _ text: String) {
    #expect(refusal.description == text)
  }

  @Test func `one currency has one limit`() {
    #expect(throws: ExecutionRefusal.limitTwice("SEK")) { try SpendingLimits(["SEK=1", "SEK=2"]) }
  }

  @Test func `the question says what will be done and what it moves`() throws {
    let preview = ExecutionPreview(
      [try Self.action("a"), try Self.action("b")], group: "Grupp", address: "http://127.0.0.1")
    #expect(
      preview.text == """
        In the books of Grupp at http://127.0.0.1:
          2 cancel-invoice
        moving 2.00 SEK.

        """)
  }
}
