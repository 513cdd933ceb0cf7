internal import Auditing
internal import Invoicing
internal import RepairPlans

/// What is left to hands of one case, and why.
struct HandWork {
  private(set) var findings: [FindingRecord] = []
  private var reasons: [String] = []
  private var invoices: [TouchedInvoice] = []

  var isEmpty: Bool { reasons.isEmpty }

  mutating func add(
    _ records: [FindingRecord], _ reason: String, _ touched: [TouchedInvoice] = []
  ) {
    findings += records.filter { !findings.contains($0) }
    if !reasons.contains(reason) { reasons.append(reason) }
    invoices += touched.filter { !invoices.contains($0) }
  }

  /// One action for the whole case.
  func action(of received: ReceivedInvoice) -> RepairAction {
    let currency = findings.first?.currency ?? received.gross.currency
    let effect = findings.filter { $0.currency == currency }.reduce(0) { $0 + $1.effect }
    return RepairAction(
      id: ActionIdentity.id(.manual, received.id), kind: .manual,
      findings: findings.map(\.fingerprint), receivedID: received.id, safety: .review,
      amount: Money(effect, currency),
      why: "\(Words.received(received)): \(reasons.joined(separator: "; "))",
      invoices: invoices)
  }

  /// A finding that belongs to no received invoice of the books.
  static func action(of record: FindingRecord) -> RepairAction {
    RepairAction(
      id: ActionIdentity.id(.manual, record.receivedID, record.fingerprint), kind: .manual,
      findings: [record.fingerprint], receivedID: record.receivedID, safety: .review,
      amount: Money(record.effect, record.currency),
      why: "\(subject(record)): \(record.rule), \(RuleWords.clause(record.rule))")
  }

  private static func subject(_ record: FindingRecord) -> String {
    if !record.sentIDs.isEmpty { return Words.list(record.sentIDs) }
    return record.supplier.isEmpty ? record.number : "\(record.number) of \(record.supplier)"
  }
}
