import Auditing
import Invoicing
import Testing

/// Audits a book text and compares all findings, each as `rule received sentIDs effect currency`,
/// `-` for what is empty; then what holds of every audit.
func expect(
  _ text: String, _ settings: Settings = Settings(), finds expected: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let audit = try audit(of: text, settings)
  #expect(
    lines(audit.findings).sorted() == expected.sorted(), sourceLocation: sourceLocation)
  #expect(AuditInvariants.broken(by: audit) == [], sourceLocation: sourceLocation)
}

/// Audits a book text and compares all links, each as `sent received step field value`.
func expect(
  _ text: String, links expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let audit = try audit(of: text)
  #expect(lines(audit.links, audit.books) == expected.sorted(), sourceLocation: sourceLocation)
  #expect(AuditInvariants.broken(by: audit) == [], sourceLocation: sourceLocation)
}

func audit(of text: String, _ settings: Settings = Settings()) throws -> Audit {
  Auditor.audit(BookBuilder.books(try BookText.read(text)), settings)
}

/// The findings of one rule in a book text; there is at least one.
func findings(of rule: String, in text: String, _ settings: Settings = Settings()) throws
  -> [Finding]
{
  let found = try audit(of: text, settings).findings.filter { $0.record.rule == rule }
  try #require(!found.isEmpty)
  return found
}

func lines(_ findings: some Sequence<Finding>) -> [String] {
  findings.map { finding in
    let record = finding.record
    let sent = record.sentIDs.joined(separator: ";")
    return [
      record.rule, record.receivedID.isEmpty ? "-" : record.receivedID, sent.isEmpty ? "-" : sent,
      Money(record.effect, record.currency).decimal, record.currency.code,
    ].joined(separator: " ")
  }
}

/// Sorted.
func lines(_ links: [Link], _ books: Books) -> [String] {
  links.map { link in
    [
      books.string(books.sent.invoices.id[Int(link.sent)]),
      books.string(books.received.invoices.id[Int(link.received)]), "\(link.step)",
      link.field.name, books.string(link.value),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }.sorted()
}
