internal import Invoicing

/// What the start tags of a plan say.
extension Tag {
  mutating func action() throws(PlanError.Place) -> RepairAction {
    let currency = try currency()
    let findings = try text("findings")
    let isApproved = try flag("approved")
    let approval =
      isApproved ? Approval(by: try text("approved-by"), at: try moment("approved-at")) : nil
    return RepairAction(
      id: try digits("id", 16), kind: try word("kind"),
      findings: findings.split(separator: " ").map(String.init),
      receivedID: try text("received"), safety: try word("safety"), approval: approval,
      amount: try money("amount", currency), why: "")
  }

  mutating func invoice() throws(PlanError.Place) -> TouchedInvoice {
    let currency = try currency()
    return TouchedInvoice(
      ledger: try word("ledger"), id: try text("id"), number: text(ifAny: "number") ?? "",
      party: try text("party"), gross: try money("gross", currency),
      operation: try word("operation"))
  }

  mutating func mirror() throws(PlanError.Place) -> PlannedMirror {
    let currency = try currency()
    return PlannedMirror(
      receivedID: try text("received"), customer: try text("customer"), kind: try word("kind"),
      net: try money("net", currency), vat: try money("vat", currency),
      gross: try money("gross", currency), paymentDays: try count(ifAny: "payment-days"),
      deliveryMonth: try month(), supplier: try text("supplier"), number: try text("number"),
      lines: [], attachments: [], deadMirrors: [], key: try text("key"))
  }

  mutating func invoiceLine(_ currency: Currency) throws(PlanError.Place) -> InvoiceLine {
    guard let number = try count(ifAny: "line") else { throw wrong("lacks the attribute 'line'") }
    return InvoiceLine(
      line: number, kind: try word("kind"), description: try text("description"),
      quantity: try written(ifAny: "quantity"), unitPrice: try written(ifAny: "unit-price"),
      vatRate: try decimal("vat-rate", places: LineColumns.vatRateDecimals),
      net: try money("net", currency))
  }

  mutating func attachment() throws(PlanError.Place) -> Attachment {
    Attachment(
      name: try text("name"), sha256: try digits("sha256", 64), bytes: try count(ifAny: "bytes"))
  }

  mutating func expectedReceived() throws(PlanError.Place) -> ExpectedReceived {
    ExpectedReceived(
      id: try text("id"), isCancelled: try flag("cancelled"), content: try digits("content", 16),
      lines: try digits(ifAny: "lines", 16))
  }

  mutating func expectedSent() throws(PlanError.Place) -> ExpectedSent {
    ExpectedSent(
      id: try text("id"), state: try word("state"), mirrorOf: text(ifAny: "mirror-of"),
      content: try digits(ifAny: "content", 16), lines: try digits(ifAny: "lines", 16))
  }

  private mutating func month() throws(PlanError.Place) -> String {
    let value = try text("delivery-month")
    guard CalendarDate("\(value)-01".utf8.span) != nil else {
      throw wrong("delivery-month: expected a month as 2023-04, not '\(value)'")
    }
    return value
  }

  /// A decimal that is kept as it is written.
  private mutating func written(ifAny name: String) throws(PlanError.Place) -> String? {
    guard let value = text(ifAny: name) else { return nil }
    // As long as it is: a price in whole yen and one with four decimals are both an amount.
    guard value.utf8.count <= 64, Self.isDecimal(value.utf8[...]) else {
      throw wrong("\(name): expected a decimal, not '\(value)'")
    }
    return value
  }

  private static func isDecimal(_ text: Substring.UTF8View) -> Bool {
    let isSigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
    let parts = text.dropFirst(isSigned ? 1 : 0).split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }
}
