internal import Auditing
internal import Invoicing
internal import XML

/// `report.xml`: all that an audit says, valid against `report.xsd`, written as it comes.
///
/// First what stands before the findings, then those, piece by piece, then the rest.
enum ReportXML {
  static let namespace: StaticString = "urn:mirror-audit:report:1"

  /// - Parameter copyTo: a descriptor that gets the same bytes.
  static func begin(
    _ report: Report, at path: String, copyTo copy: CInt = -1
  ) throws(XMLWriteError) -> XMLWriter {
    var xml = try XMLWriter(path: path, copyTo: copy)
    let audit = report.audit
    let stakes = Stakes(audit.findings)
    try xml.startElement("report", defaultNamespace: namespace)
    try xml.program(report.program)
    try xml.snapshot(report)
    try xml.settings(audit.settings)
    try xml.inputs(audit.books)
    try xml.documents(audit.books.documents)
    try xml.quarantine(audit.books.rejected)
    try xml.controlTotals(audit.totals)
    try xml.rules(audit.rules)
    try xml.suppliers("suppliers-without-source", audit.suppliersWithoutSource)
    try xml.outOfScope(audit.outOfScope)
    try xml.tieOut(audit)
    try xml.moneyAtStake(stakes)
    try xml.startFindings(stakes)
    return xml
  }

  /// Writes what stands behind the findings, and returns once the disk has it.
  static func end(_ xml: consuming XMLWriter, _ audit: Audit) throws(XMLWriteError) {
    try xml.endElement()
    try xml.laterLinks(audit)
    try xml.endElement()
    try xml.close()
  }
}

extension XMLWriter {
  fileprivate mutating func program(_ program: ProgramVersion) throws(XMLWriteError) {
    try startElement("program")
    try attribute("name", program.name)
    try attribute("version", program.version)
    try attribute("rules-version", program.rules)
    try endElement()
  }

  fileprivate mutating func snapshot(_ report: Report) throws(XMLWriteError) {
    let books = report.audit.books
    try startElement("snapshot")
    try attribute("identity", report.identity)
    try attribute("taken-at", books.header.takenAt.description)
    try attribute("group", text: books.header.group)
    try attribute("schema", count: report.schema)
    if let from = books.header.coversFrom { try attribute("covers-from", from.description) }
    if let companies = books.header.companies { try suppliers("companies", companies) }
    if let before = books.before {
      try startElement("before")
      try attribute("identity", before.identity)
      try attribute("taken-at", before.takenAt.description)
      try endElement()
    }
    try endElement()
  }

  mutating func suppliers(
    _ name: StaticString, _ suppliers: [String]
  ) throws(XMLWriteError) {
    try startElement(name)
    for supplier in suppliers {
      try startElement("supplier")
      try attribute("name", text: supplier)
      try endElement()
    }
    try endElement()
  }

  fileprivate mutating func settings(_ settings: Settings) throws(XMLWriteError) {
    try startElement("settings")
    try attribute("grace-days", count: settings.graceDays)
    try attribute("retry-window-minutes", count: settings.retryWindowMinutes)
    try attribute("amount-tolerance", count: Int(settings.amountTolerance))
    for kind in settings.skippedKinds {
      try startElement("skipped-kind")
      try attribute("name", kind.name)
      try endElement()
    }
    try endElement()
  }
}
