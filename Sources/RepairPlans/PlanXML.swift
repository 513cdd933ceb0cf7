internal import Invoicing
internal import XML

/// `repair-plan.xml`: the same plan has the same bytes.
enum PlanXML {
  static let namespace: StaticString = "urn:mirror-audit:repair-plan:1"

  /// Writes the plan into a file that is made, or emptied, and returns once the disk has it.
  static func write(_ plan: RepairPlan, to path: String) throws(XMLWriteError) {
    var xml = try XMLWriter(path: path)
    try xml.startElement("repair-plan", defaultNamespace: namespace)
    try xml.attribute("id", plan.id)
    try xml.attribute("group", plan.group)
    try xml.attribute("rules-version", plan.rulesVersion)
    try xml.startElement("snapshot")
    try xml.attribute("identity", plan.snapshotIdentity)
    try xml.attribute("taken-at", plan.takenAt.description)
    try xml.endElement()
    for action in plan.actions { try xml.action(action) }
    try xml.endElement()
    try xml.close()
  }
}

extension XMLWriter {
  fileprivate mutating func action(_ action: RepairAction) throws(XMLWriteError) {
    try startElement("action")
    try attribute("id", action.id)
    try attribute("kind", action.kind.name)
    try attribute("findings", action.findings.joined(separator: " "))
    try attribute("received", action.receivedID)
    try attribute("safety", action.safety.name)
    try attribute("approved", action.approval == nil ? "false" : "true")
    if let approval = action.approval {
      try attribute("approved-by", approval.by)
      try attribute("approved-at", approval.at.description)
    }
    try attribute("currency", action.amount.currency.code)
    try attribute("amount", action.amount.decimal)
    try element("why", action.why)
    for invoice in action.invoices { try self.invoice(invoice) }
    if let mirror = action.create { try create(mirror) }
    for file in action.attachments { try attachment(file) }
    if !action.expect.isEmpty { try expect(action.expect) }
    try endElement()
  }

  private mutating func invoice(_ invoice: TouchedInvoice) throws(XMLWriteError) {
    try startElement("invoice")
    try attribute("ledger", invoice.ledger.name)
    try attribute("id", invoice.id)
    if !invoice.number.isEmpty { try attribute("number", invoice.number) }
    try attribute("party", invoice.party)
    try attribute("currency", invoice.gross.currency.code)
    try attribute("gross", invoice.gross.decimal)
    try attribute("operation", invoice.operation.name)
    try endElement()
  }

  private mutating func create(_ mirror: PlannedMirror) throws(XMLWriteError) {
    try startElement("create")
    try attribute("received", mirror.receivedID)
    try attribute("customer", mirror.customer)
    try attribute("kind", mirror.kind.name)
    try attribute("currency", mirror.gross.currency.code)
    try attribute("net", mirror.net.decimal)
    try attribute("vat", mirror.vat.decimal)
    try attribute("gross", mirror.gross.decimal)
    if let days = mirror.paymentDays { try attribute("payment-days", String(days)) }
    try attribute("delivery-month", mirror.deliveryMonth)
    try attribute("supplier", mirror.supplier)
    try attribute("number", mirror.number)
    try attribute("key", mirror.key)
    for line in mirror.lines { try self.line(line) }
    for file in mirror.attachments { try attachment(file) }
    for id in mirror.deadMirrors { try mark("dead", id) }
    try endElement()
  }

  private mutating func line(_ line: InvoiceLine) throws(XMLWriteError) {
    try startElement("line")
    try attribute("line", String(line.line))
    try attribute("kind", line.kind.name)
    try attribute("description", line.description)
    if let quantity = line.quantity { try attribute("quantity", quantity) }
    if let price = line.unitPrice { try attribute("unit-price", price) }
    try attribute("vat-rate", percent(line.vatRate))
    try attribute("net", line.net.decimal)
    try endElement()
  }

  /// Ten-thousandths of a percent as a percentage, without zeros at its end.
  private func percent(_ rate: Int64) -> String {
    var text = Money.decimal(Int128(rate), decimals: LineColumns.vatRateDecimals)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  private mutating func attachment(_ file: Attachment) throws(XMLWriteError) {
    try startElement("attachment")
    try attribute("name", file.name)
    try attribute("sha256", file.sha256)
    if let bytes = file.bytes { try attribute("bytes", String(bytes)) }
    try endElement()
  }

  private mutating func mark(_ name: StaticString, _ id: String) throws(XMLWriteError) {
    try startElement(name)
    try attribute("id", id)
    try endElement()
  }

  private mutating func expect(_ expect: Expectations) throws(XMLWriteError) {
    try startElement("expect")
    if let received = expect.received {
      try startElement("received")
      try attribute("id", received.id)
      try attribute("cancelled", received.isCancelled ? "true" : "false")
      try attribute("content", received.content)
      if let lines = received.lines { try attribute("lines", lines) }
      try endElement()
    }
    if let mirrors = expect.mirrors {
      try startElement("mirrors")
      try attribute("received", mirrors.receivedID)
      for id in mirrors.live { try mark("live", id) }
      for id in mirrors.dead { try mark("dead", id) }
      try endElement()
    }
    for sent in expect.sent { try self.sent(sent) }
    try endElement()
  }

  private mutating func sent(_ sent: ExpectedSent) throws(XMLWriteError) {
    try startElement("sent")
    try attribute("id", sent.id)
    try attribute("state", sent.state.name)
    if let received = sent.mirrorOf { try attribute("mirror-of", received) }
    if let content = sent.content { try attribute("content", content) }
    if let lines = sent.lines { try attribute("lines", lines) }
    try endElement()
  }
}
