internal import Invoicing
internal import XML

/// Makes an execution of the events of its document.
struct ExecutionReader: XMLHandler {
  private var path: [String] = []
  private(set) var execution: PlanExecution?

  mutating func startElement(_ element: borrowing XMLElement) throws {
    var tag = Tag(element)
    guard element.namespace == ExecutionXML.namespace else {
      throw tag.wrong("is not of the namespace \(ExecutionXML.namespace)")
    }
    switch (path.joined(separator: "/"), tag.name) {
    case ("", "execution"): execution = try tag.execution()
    case ("execution", "action"): execution?.results.append(try tag.result())
    case ("execution/action", "invoice"):
      let id = try tag.text("id")
      change { $0.invoiceIDs.append(id) }
    case ("execution/action", "why"): break
    default: throw tag.wrong("does not stand here")
    }
    try tag.refuseOthers()
    path.append(tag.name)
  }

  mutating func text(_ text: borrowing XMLBytes) throws {
    guard path.last == "why" else { return }
    let text = text.string
    change { $0.why += text }
  }

  mutating func endElement(localName: borrowing XMLBytes, namespace: borrowing XMLBytes) throws {
    path.removeLast()
  }

  private mutating func change(_ body: (inout ActionResult) -> Void) {
    guard let last = execution?.results.indices.last else { return }
    if var result = execution?.results[last] {
      body(&result)
      execution?.results[last] = result
    }
  }
}

extension Tag {
  fileprivate mutating func execution() throws(PlanError.Place) -> PlanExecution {
    PlanExecution(
      planID: try digits("plan", 64), snapshotIdentity: try digits("snapshot", 64),
      group: try text("group"), engine: try text("engine"), isDryRun: try flag("dry-run"),
      startedAt: try moment("started-at"), endedAt: try moment("ended-at"), results: [])
  }

  fileprivate mutating func result() throws(PlanError.Place) -> ActionResult {
    let id = try digits("id", 16)
    let findings = try text("findings").split(separator: " ").map(String.init)
    let hasMoment = has("at")
    return ActionResult(
      actionID: id, kind: try word("kind"), findings: findings,
      receivedID: try text("received"), outcome: try word("outcome"),
      at: hasMoment ? try moment("at") : nil, why: "")
  }
}
