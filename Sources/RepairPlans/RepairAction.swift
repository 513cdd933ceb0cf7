package import Invoicing

/// One step of a plan: one for each kind and subject.
package struct RepairAction: Equatable, Sendable {
  /// 16 hex digits, of kind and subject alone: the same from plan to plan.
  package var id: String
  package var kind: RepairKind
  /// The fingerprints of the findings that it mends; none where it only says what another action
  /// of the case leaves to hands.
  package var findings: [String]
  /// Empty where the findings belong to no received invoice.
  package var receivedID: String
  package var safety: ActionSafety
  /// Nil: nobody has approved it; a safe action needs no approval.
  package var approval: Approval?
  /// What it bills, credits or concerns; a credit note's amounts are negative.
  package var amount: Money
  /// One sentence for a person.
  package var why: String
  /// What it touches, in the order of the steps.
  package var invoices: [TouchedInvoice]
  /// What is made; of `create-mirror`, `run-engine` and `replace-mirror`.
  package var create: PlannedMirror?
  /// The files of `attach-files`.
  package var attachments: [Attachment]
  package var expect: Expectations

  package init(
    id: String, kind: RepairKind, findings: [String], receivedID: String, safety: ActionSafety,
    approval: Approval? = nil, amount: Money, why: String, invoices: [TouchedInvoice] = [],
    create: PlannedMirror? = nil, attachments: [Attachment] = [],
    expect: Expectations = Expectations()
  ) {
    self.id = id
    self.kind = kind
    self.findings = findings
    self.receivedID = receivedID
    self.safety = safety
    self.approval = approval
    self.amount = amount
    self.why = why
    self.invoices = invoices
    self.create = create
    self.attachments = attachments
    self.expect = expect
  }

  /// Whether an engine may execute it: it is not left to hands, and is safe or approved.
  package var mayRun: Bool {
    kind != .manual && (safety == .safe || approval != nil)
  }
}
