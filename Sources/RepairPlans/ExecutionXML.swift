internal import Invoicing
internal import XML

/// `execution.xml`: what became of a plan.
enum ExecutionXML {
  static let namespace: StaticString = "urn:mirror-audit:execution:1"

  static func write(_ execution: PlanExecution, to path: String) throws(XMLWriteError) {
    var xml = try XMLWriter(path: path)
    try xml.startElement("execution", defaultNamespace: namespace)
    try xml.attribute("plan", execution.planID)
    try xml.attribute("snapshot", execution.snapshotIdentity)
    try xml.attribute("group", execution.group)
    try xml.attribute("engine", execution.engine)
    try xml.attribute("dry-run", execution.isDryRun ? "true" : "false")
    try xml.attribute("started-at", execution.startedAt.description)
    try xml.attribute("ended-at", execution.endedAt.description)
    for result in execution.results { try xml.result(result) }
    try xml.endElement()
    try xml.close()
  }
}

extension XMLWriter {
  fileprivate mutating func result(_ result: ActionResult) throws(XMLWriteError) {
    try startElement("action")
    try attribute("id", result.actionID)
    try attribute("kind", result.kind.name)
    try attribute("findings", result.findings.joined(separator: " "))
    try attribute("received", result.receivedID)
    try attribute("outcome", result.outcome.name)
    if let at = result.at { try attribute("at", at.description) }
    for id in result.invoiceIDs {
      try startElement("invoice")
      try attribute("id", id)
      try endElement()
    }
    try element("why", result.why)
    try endElement()
  }
}
