internal import Auditing
internal import Invoicing
internal import XML

/// Findings with what they rest on, and the links that nothing states.
extension XMLWriter {
  mutating func findings(_ audit: Audit, _ stakes: Stakes) throws(XMLWriteError) {
    try startElement("findings")
    try attribute("new", count: stakes.new)
    try attribute("persisting", count: stakes.persisting)
    try attribute("resolved", count: stakes.resolved)
    var checked: [String: Int] = [:]
    // By place: to take a finding out would be to count a reference to each of its texts.
    for place in audit.findings.indices {
      let rule = audit.findings[place].record.rule
      checked[rule, default: 0] += 1
      try setCopied(checked[rule, default: 0] <= ReportSchema.checkedFindings)
      try finding(audit.findings[place], audit.books)
    }
    try setCopied(true)
    try endElement()
  }

  private mutating func finding(_ finding: Finding, _ books: Books) throws(XMLWriteError) {
    try startElement("finding")
    try record(finding.record)
    try element("cause", finding.record.cause.cut(to: TextLimit.cause))
    for id in finding.record.sentIDs {
      try startElement("at-fault")
      try attribute("sent", text: id)
      try endElement()
    }
    for fact in finding.evidence { try self.fact(fact) }
    for link in finding.links {
      try startElement("link")
      try self.link(link, books)
      try endElement()
    }
    try endElement()
  }

  private mutating func record(_ record: FindingRecord) throws(XMLWriteError) {
    try attribute("fingerprint", record.fingerprint)
    try attribute("rule", record.rule)
    try attribute("severity", record.severity.name)
    try attribute("state", record.state.name)
    try attribute("received", ifAny: record.receivedID)
    try attribute("supplier", ifAny: record.supplier)
    try attribute("number", ifAny: record.number)
    try attribute("mirror", ifAny: record.mirrorID)
    try attribute("customer", ifAny: record.customer)
    try attribute("currency", record.currency.code)
    try attribute("gross", Int128(record.gross), record.currency)
    try attribute("effect", record.effect, record.currency)
    try attribute("age-days", count: record.ageDays)
    try attribute("repair", record.repair.name)
  }

  private mutating func fact(_ fact: Fact) throws(XMLWriteError) {
    switch fact.origin {
    case .row(let file, let row):
      try startElement(EvidenceElement.name(of: file))
      try attribute("row", count: row)
    case .vanished: try startElement("vanished")
    }
    for field in fact.fields { try attribute(field.column.word, text: field.value) }
    try endElement()
  }

  private mutating func link(_ link: Link, _ books: Books) throws(XMLWriteError) {
    try attribute("sent", books.sent.invoices.id[Int(link.sent)], books)
    try attribute("step", count: link.step.rawValue)
    try attribute("field", link.field.name)
    if !link.value.isAbsent { try attribute("value", link.value, books) }
  }

  /// The links of steps 3 to 5: those that a reader may want to doubt.
  mutating func laterLinks(_ audit: Audit) throws(XMLWriteError) {
    let books = audit.books
    let links = audit.links.filter { $0.step.rawValue >= LinkStep.content.rawValue }
    try startElement("links")
    try attribute("count", count: links.count)
    for link in links {
      try startElement("link")
      try attribute("received", books.received.invoices.id[Int(link.received)], books)
      try self.link(link, books)
      try endElement()
    }
    try endElement()
  }

  private mutating func attribute(
    _ name: StaticString, _ text: Text, _ books: Books
  ) throws(XMLWriteError) {
    try attribute(name, text: books.string(text))
  }
}
