internal import EconomyAPI

/// What happens while one request is handled.
struct Course: Sendable {
  var company: Int64
  var fault: Fault?
  var changes: [Change] = []
  var deed = TruthEvent.Deed.read
  var subject: Int64?
  var foreignID: String?
  var deleted: ClientInvoice?

  init(company: Int64, fault: Fault?) {
    self.company = company
    self.fault = fault
  }

  /// What the fault does, if it is of this kind.
  func fault(_ kind: FaultKind) -> Fault? {
    guard let fault, fault.kind == kind else { return nil }
    return fault
  }

  mutating func did(_ deed: TruthEvent.Deed, _ subject: Int64?, foreignID: String? = nil) {
    self.deed = deed
    self.subject = subject
    self.foreignID = foreignID
  }
}
