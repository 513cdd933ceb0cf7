internal import Auditing
internal import Invoicing
internal import XML

/// Findings with what they rest on, and the links that nothing states.
extension XMLWriter {
  /// Opens the element that the findings stand in.
  mutating func startFindings(_ stakes: Stakes) throws(XMLWriteError) {
    try startElement("findings")
    try attribute("new", count: stakes.new)
    try attribute("persisting", count: stakes.persisting)
    try attribute("resolved", count: stakes.resolved)
  }

  mutating func finding(
    _ row: ToldFindings.Row, of told: borrowing ToldFindings, _ books: borrowing LinkTexts
  ) throws(XMLWriteError) {
    try startElement("finding")
    try record(row, told)
    try startElement("cause")
    try text(told.causes[row.cause], cutTo: TextLimit.cause)
    try endElement()
    for place in row.sent {
      try startElement("at-fault")
      try attribute("sent", text: told.texts[told.sentIDs[place]])
      try endElement()
    }
    for place in row.evidence { try fact(told.facts[place], told) }
    for place in row.linked {
      try startElement("link")
      try link(told.links[place], books)
      try endElement()
    }
    try endElement()
  }

  private mutating func record(
    _ row: ToldFindings.Row, _ told: borrowing ToldFindings
  ) throws(XMLWriteError) {
    let figures = row.figures
    try attribute("fingerprint", utf8: told.texts[row.fingerprint])
    try attribute("rule", told.rules[figures.rule])
    try attribute("severity", figures.severity)
    try attribute("state", figures.state)
    try attribute("received", ifAny: told.texts[row.receivedID])
    try attribute("supplier", ifAny: told.texts[row.supplier])
    try attribute("number", ifAny: told.texts[row.number])
    try attribute("mirror", ifAny: told.texts[row.mirrorID])
    try attribute("customer", ifAny: told.texts[row.customer])
    try attribute("currency", utf8: told.texts[row.currency])
    try attribute("gross", utf8: told.texts[row.gross])
    try attribute("effect", utf8: told.texts[row.effect])
    try attribute("age-days", utf8: told.texts[row.age])
    try attribute("repair", figures.repair)
  }

  private mutating func fact(
    _ fact: ToldFindings.Evidence, _ told: borrowing ToldFindings
  ) throws(XMLWriteError) {
    switch fact.origin {
    case .row(let file, let row):
      try startElement(EvidenceElement.name(of: file))
      try attribute("row", count: Int(row))
    case .vanished: try startElement("vanished")
    }
    for place in fact.fields {
      let field = told.fields[place]
      try attribute(field.column.word, text: told.value(of: field))
    }
    try endElement()
  }

  private mutating func link(
    _ link: Link, _ books: borrowing LinkTexts
  ) throws(XMLWriteError) {
    try attribute("sent", text: books.sentID(of: link))
    try attribute("step", count: Int(link.step.rawValue))
    try attribute("field", link.field)
    if !link.value.isAbsent { try attribute("value", text: books.value(of: link)) }
  }

  /// The links of steps 3 to 5: those that a reader may want to doubt.
  mutating func laterLinks(_ audit: Audit) throws(XMLWriteError) {
    let books = LinkTexts(audit.books)
    let links = audit.links.filter { $0.step.rawValue >= LinkStep.content.rawValue }
    try startElement("links")
    try attribute("count", count: links.count)
    for link in links {
      try startElement("link")
      try attribute("received", text: books.receivedID(of: link))
      try self.link(link, books)
      try endElement()
    }
    try endElement()
  }
}
