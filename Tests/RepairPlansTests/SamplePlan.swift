import Invoicing
import RepairPlans
import Testing

/// A plan in which everything stands that a plan can hold.
enum SamplePlan {
  static func money(_ units: Int128) throws -> Money { Money(units, try #require(Currency("SEK"))) }

  static func moment(_ text: String) throws -> Moment {
    let moment = Moment(text.utf8.span)
    return try #require(moment)
  }

  static func plan() throws -> RepairPlan {
    RepairPlan(
      snapshotIdentity: String(repeating: "5", count: 64),
      takenAt: try moment("2023-05-31T06:00:00Z"), rulesVersion: "1",
      group: "Grupp & Söner \"AB\"",
      actions: [try create(), try cancel(), try attach(), try hand()])
  }

  static func create() throws -> RepairAction {
    RepairAction(
      id: "00000000000000a1", kind: .createMirror,
      findings: ["0123456789abcdef", "fedcba9876543210"], receivedID: "R1", safety: .review,
      amount: try money(125_000), why: "bill Kund K 1250.00 SEK: it was never billed",
      invoices: [
        TouchedInvoice(
          ledger: .received, id: "R1", number: "F-7", party: "Konsult A",
          gross: try money(125_000), operation: .mark)
      ], create: try mirror(),
      expect: Expectations(
        received: ExpectedReceived(
          id: "R1", isCancelled: false, content: "00000000000000c1", lines: "00000000000000c2"),
        mirrors: ExpectedMirrors(receivedID: "R1", live: [], dead: ["S1", "S<2>"])))
  }

  static func mirror() throws -> PlannedMirror {
    PlannedMirror(
      receivedID: "R1", customer: "Kund K", kind: .invoice, net: try money(100_000),
      vat: try money(25_000), gross: try money(125_000), paymentDays: 30,
      deliveryMonth: "2023-04", supplier: "Konsult A", number: "F-7",
      lines: [
        InvoiceLine(
          line: 1, kind: .service, description: "Råd\toch\u{1}dåd", quantity: "2.5",
          unitPrice: "400.00", vatRate: 250_000, net: try money(100_000))
      ],
      attachments: [Attachment(name: "a.pdf", sha256: digest("b"), bytes: 12)],
      deadMirrors: ["S1", "S<2>"],
      key: IntentKey.key(receivedID: "R1", dead: ["S1", "S<2>"]))
  }

  static func cancel() throws -> RepairAction {
    RepairAction(
      id: "00000000000000a2", kind: .cancelInvoice, findings: ["00000000000000f2"],
      receivedID: "R2", safety: .safe, amount: try money(9900), why: "delete the draft S4",
      invoices: [
        TouchedInvoice(
          ledger: .sent, id: "S4", number: "", party: "Kund K", gross: try money(9900),
          operation: .delete)
      ],
      expect: Expectations(sent: [
        ExpectedSent(
          id: "S4", state: .draft, mirrorOf: "R2", content: "00000000000000c3",
          lines: "00000000000000c4"),
        ExpectedSent(id: "S3", state: .live, mirrorOf: nil),
      ]))
  }

  static func attach() throws -> RepairAction {
    RepairAction(
      id: "00000000000000a3", kind: .attachFiles, findings: ["00000000000000f3"],
      receivedID: "R3", safety: .review,
      approval: Approval(by: "anna@example.com", at: try moment("2023-06-01T08:00:00Z")),
      amount: try money(0), why: "attach 1 receipt",
      attachments: [Attachment(name: "b.pdf", sha256: digest("c"), bytes: nil)],
      expect: Expectations(sent: [ExpectedSent(id: "S5", state: .live, mirrorOf: nil)]))
  }

  static func hand() throws -> RepairAction {
    RepairAction(
      id: "00000000000000a4", kind: .manual, findings: ["00000000000000f4"], receivedID: "",
      safety: .review, amount: try money(-100), why: "numbers are missing\nin a series")
  }

  static func digest(_ digit: String) -> String { String(repeating: digit, count: 64) }
}
