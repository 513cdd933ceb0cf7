import Invoicing
import RepairPlans

@testable import Mirroring

/// Actions of a plan about R1.
enum Actions {
  /// `others`: live mirrors of others, which R1 names.
  static func create(
    dead: [String] = [], others: [String] = [], isApproved: Bool = true
  ) -> RepairAction {
    action(
      .createMirror, invoices: [touched("R1", .mark, .received)], create: planned(dead: dead),
      expect: Expectations(
        received: expectedReceived,
        mirrors: ExpectedMirrors(receivedID: "R1", live: [], dead: dead),
        sent: others.map(expectedOther)),
      isApproved: isApproved)
  }

  static func replace(_ id: String, draft: Bool) -> RepairAction {
    action(
      .replaceMirror,
      invoices: [touched(id, draft ? .delete : .credit), touched("R1", .mark, .received)],
      create: planned(dead: [id]),
      expect: Expectations(
        received: expectedReceived,
        mirrors: ExpectedMirrors(receivedID: "R1", live: [id], dead: []),
        sent: [expectedSent(id, draft ? .draft : .unpaid)]))
  }

  static func cancel(_ id: String, draft: Bool) -> RepairAction {
    action(
      .cancelInvoice, invoices: [touched(id, draft ? .delete : .credit)],
      expect: Expectations(
        received: expectedReceived, sent: [expectedSent(id, draft ? .draft : .unpaid)]))
  }

  static func send(_ id: String) -> RepairAction {
    action(
      .sendMirror, invoices: [touched(id, .send)],
      expect: Expectations(sent: [expectedSent(id, .draft)]))
  }

  static func mark(_ id: String) -> RepairAction {
    action(
      .markProcessed, invoices: [touched("R1", .mark, .received), touched(id, .keep)],
      expect: Expectations(sent: [ExpectedSent(id: id, state: .live, mirrorOf: "R1")]))
  }

  static func attach(_ id: String, _ files: [FileContent]) -> RepairAction {
    var action = action(
      .attachFiles, invoices: [touched(id, .attach)],
      expect: Expectations(sent: [expectedSent(id, .draft)]))
    action.attachments = files.map(\.attachment)
    return action
  }

  static let manual = action(.manual, invoices: [])

  static let expectedReceived = ExpectedReceived(
    id: "R1", isCancelled: false, content: InvoiceContent.digest(of: Samples.received().invoice),
    lines: InvoiceContent.digest(of: [Samples.line().line]))

  static func expectedSent(_ id: String, _ state: ExpectedSent.State) -> ExpectedSent {
    ExpectedSent(
      id: id, state: state, mirrorOf: "R1",
      content: InvoiceContent.digest(of: Samples.sent(id).invoice))
  }

  private static func expectedOther(_ id: String) -> ExpectedSent {
    ExpectedSent(
      id: id, state: .live, mirrorOf: nil,
      content: InvoiceContent.digest(of: Samples.sent(id, mirrorOf: nil).invoice))
  }

  private static func planned(dead: [String]) -> PlannedMirror {
    PlannedMirror(
      receivedID: "R1", customer: "Kund K", kind: .invoice, net: Samples.sek(100_000),
      vat: Samples.sek(25_000), gross: Samples.sek(125_000), paymentDays: 30,
      deliveryMonth: "2023-04", supplier: "Konsult A", number: "17",
      lines: [Samples.line().line], attachments: [], deadMirrors: dead,
      key: IntentKey.key(receivedID: "R1", dead: dead))
  }

  private static func touched(
    _ id: String, _ operation: InvoiceOperation, _ ledger: Ledger = .sent
  ) -> TouchedInvoice {
    TouchedInvoice(
      ledger: ledger, id: id, number: "", party: "", gross: Samples.sek(125_000),
      operation: operation)
  }

  private static func action(
    _ kind: RepairKind, invoices: [TouchedInvoice], create: PlannedMirror? = nil,
    expect: Expectations = Expectations(), isApproved: Bool = true
  ) -> RepairAction {
    RepairAction(
      id: "a1", kind: kind, findings: [], receivedID: "R1", safety: .review,
      approval: isApproved ? Approval(by: "anna", at: Samples.moment("2023-05-01T00:00:00Z")) : nil,
      amount: Samples.sek(125_000), why: "", invoices: invoices, create: create, expect: expect)
  }
}
