internal import Invoicing

/// A receipt of the received invoice is not on the mirror.
enum MissingAttachment: CaseRule {
  static let name = "missing-attachment"
  static let severity = Severity.medium
  static let repair = RepairKind.attachFiles
  static let reads: ExtractFile? = .attachments

  static func judge(_ c: Case, into verdicts: inout [Verdict]) {
    guard let mirror = c.kept, !lacking(c, mirror).isEmpty else { return }
    verdicts.append(Verdict(self, c, sentIDs: [c.books.sent.invoices.id[mirror]]))
  }

  /// The receipts' places, by name, then digest.
  static func lacking(_ c: Case, _ mirror: Int) -> [Int] {
    let receipts = c.matched.attachmentsOfReceived.of(c.received)
    if receipts.isEmpty { return [] }
    let digests = c.books.attachments.sha256
    let attached = c.matched.attachmentsOfSent.of(mirror)
    return receipts.lazy.map(Int.init).filter { receipt in
      !attached.contains { digests[Int($0)] == digests[receipt] }
    }
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let rows = c.kept.map { lacking(c, $0) } ?? []
    return Explanation(
      clause: rows.count == 1
        ? "a receipt of the received invoice is not on the mirror"
        : "\(rows.count) receipts of the received invoice are not on the mirror",
      facts: narrator.mirrorAndInvoice(c) + rows.map { .attachment($0) })
  }
}
