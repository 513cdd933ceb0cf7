internal import Invoicing
internal import XML

/// Makes a plan of the events of its document, and refuses whatever is not a plan's.
struct PlanReader: XMLHandler {
  private var path: [String] = []
  private var snapshot: (identity: String, takenAt: Moment)?
  private var head: (id: String, group: String, rulesVersion: String)?
  private var actions: [RepairAction] = []
  private var why = ""

  /// The plan, and the id that it bears.
  func plan() throws(PlanError.Place) -> (plan: RepairPlan, id: String) {
    guard let head, let snapshot else {
      throw PlanError.Place(line: 1, detail: "it names no snapshot")
    }
    let plan = RepairPlan(
      snapshotIdentity: snapshot.identity, takenAt: snapshot.takenAt,
      rulesVersion: head.rulesVersion, group: head.group, actions: actions)
    return (plan, head.id)
  }

  mutating func startElement(_ element: borrowing XMLElement) throws {
    var tag = Tag(element)
    guard element.namespace == PlanXML.namespace else {
      throw tag.wrong("is not of the namespace \(PlanXML.namespace)")
    }
    try start(&tag)
    try tag.refuseOthers()
    path.append(tag.name)
  }

  mutating func text(_ text: borrowing XMLBytes) throws {
    if path.last == "why" { why += text.string }
  }

  mutating func endElement(localName: borrowing XMLBytes, namespace: borrowing XMLBytes) throws {
    guard path.popLast() == "why" else { return }
    let why = why
    change { $0.why = why }
  }

  private mutating func start(_ tag: inout Tag) throws(PlanError.Place) {
    switch (path.joined(separator: "/"), tag.name) {
    case ("", "repair-plan"):
      head = (try tag.digits("id", 64), try tag.text("group"), try tag.text("rules-version"))
    case ("repair-plan", "snapshot"):
      snapshot = (try tag.digits("identity", 64), try tag.moment("taken-at"))
    case ("repair-plan", "action"):
      actions.append(try tag.action())
    case ("repair-plan/action", _):
      try startOfAction(&tag)
    case ("repair-plan/action/create", _):
      try startOfCreate(&tag)
    case ("repair-plan/action/expect", _):
      try startOfExpect(&tag)
    case ("repair-plan/action/expect/mirrors", "live"):
      let id = try tag.text("id")
      change { $0.expect.mirrors?.live.append(id) }
    case ("repair-plan/action/expect/mirrors", "dead"):
      let id = try tag.text("id")
      change { $0.expect.mirrors?.dead.append(id) }
    default: throw stranger(tag)
    }
  }

  private mutating func startOfAction(_ tag: inout Tag) throws(PlanError.Place) {
    switch tag.name {
    case "why": why = ""
    case "expect": break
    case "invoice":
      let invoice = try tag.invoice()
      change { $0.invoices.append(invoice) }
    case "create":
      let mirror = try tag.mirror()
      change { $0.create = mirror }
    case "attachment":
      let file = try tag.attachment()
      change { $0.attachments.append(file) }
    default: throw stranger(tag)
    }
  }

  private mutating func startOfCreate(_ tag: inout Tag) throws(PlanError.Place) {
    switch tag.name {
    case "line":
      guard let currency = actions.last?.create?.gross.currency else { throw stranger(tag) }
      let line = try tag.invoiceLine(currency)
      change { $0.create?.lines.append(line) }
    case "attachment":
      let file = try tag.attachment()
      change { $0.create?.attachments.append(file) }
    case "dead":
      let id = try tag.text("id")
      change { $0.create?.deadMirrors.append(id) }
    default: throw stranger(tag)
    }
  }

  private mutating func startOfExpect(_ tag: inout Tag) throws(PlanError.Place) {
    switch tag.name {
    case "received":
      let received = try tag.expectedReceived()
      change { $0.expect.received = received }
    case "mirrors":
      let mirrors = ExpectedMirrors(receivedID: try tag.text("received"), live: [], dead: [])
      change { $0.expect.mirrors = mirrors }
    case "sent":
      let sent = try tag.expectedSent()
      change { $0.expect.sent.append(sent) }
    default: throw stranger(tag)
    }
  }

  /// Changes the action that is being read.
  private mutating func change(_ body: (inout RepairAction) -> Void) {
    guard let last = actions.indices.last else { return }
    body(&actions[last])
  }

  private func stranger(_ tag: Tag) -> PlanError.Place {
    tag.wrong(path.isEmpty ? "is not a repair plan" : "does not stand in <\(path[path.count - 1])>")
  }
}
