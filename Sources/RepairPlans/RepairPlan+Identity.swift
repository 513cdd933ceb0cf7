internal import Invoicing

extension RepairPlan {
  /// The plan's name: SHA-256 of its content as 64 hex digits, approvals aside.
  package var id: String {
    var fields = CanonicalFields()
    fields.add("mirror-audit-repair-plan/1")
    fields.add(snapshotIdentity)
    fields.add(takenAt.description)
    fields.add(rulesVersion)
    fields.add(group)
    fields.add(actions) { $0.add($1) }
    return fields.hexDigits()
  }
}

extension CanonicalFields {
  fileprivate mutating func add(_ action: RepairAction) {
    add(action.id)
    add(action.kind.name)
    add(action.findings) { $0.add($1) }
    add(action.receivedID)
    add(action.safety.name)
    add(action.amount)
    add(action.why)
    add(action.invoices) { $0.add($1) }
    add(action.create.map { [$0] } ?? []) { $0.add($1) }
    add(action.attachments) { $0.add($1) }
    add(action.expect)
  }

  private mutating func add(_ invoice: TouchedInvoice) {
    add(invoice.ledger.name)
    add(invoice.id)
    add(invoice.number)
    add(invoice.party)
    add(invoice.gross)
    add(invoice.operation.name)
  }

  private mutating func add(_ mirror: PlannedMirror) {
    add(mirror.receivedID)
    add(mirror.customer)
    add(mirror.kind.name)
    add(mirror.net)
    add(mirror.vat)
    add(mirror.gross)
    add(mirror.paymentDays.map(String.init))
    add(mirror.deliveryMonth)
    add(mirror.supplier)
    add(mirror.number)
    add(mirror.lines) { $0.add($1) }
    add(mirror.attachments) { $0.add($1) }
    add(mirror.deadMirrors) { $0.add($1) }
    add(mirror.key)
  }

  private mutating func add(_ line: InvoiceLine) {
    add(String(line.line))
    add(line.kind.name)
    add(line.description)
    add(line.quantity)
    add(line.unitPrice)
    add(String(line.vatRate))
    add(line.net)
  }

  private mutating func add(_ file: Attachment) {
    add(file.name)
    add(file.sha256)
    add(file.bytes.map(String.init))
  }

  private mutating func add(_ expect: Expectations) {
    add(expect.received.map { [$0] } ?? []) { fields, received in
      fields.add(received.id)
      fields.add(String(received.isCancelled))
      fields.add(received.content)
      fields.add(received.lines)
    }
    add(expect.mirrors.map { [$0] } ?? []) { fields, mirrors in
      fields.add(mirrors.receivedID)
      fields.add(mirrors.live) { $0.add($1) }
      fields.add(mirrors.dead) { $0.add($1) }
    }
    add(expect.sent) { fields, sent in
      fields.add(sent.id)
      fields.add(sent.state.name)
      fields.add(sent.mirrorOf)
      fields.add(sent.content)
      fields.add(sent.lines)
    }
  }
}
