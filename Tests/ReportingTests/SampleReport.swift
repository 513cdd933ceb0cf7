internal import Auditing
internal import Invoicing
internal import Reporting
internal import Testing

/// A report built by hand, with one of everything that a report can have.
enum SampleReport {
  static func make() throws -> Report {
    let books = try books()
    let findings = try findings(books)
    var rules = [
      RuleRun(rule: "duplicate-after-timeout", severity: .critical),
      RuleRun(rule: "key-reused", severity: .info),
      RuleRun(rule: "missing-mirror", severity: .critical),
      RuleRun(rule: "number-gap", severity: .info),
      RuleRun(rule: "orphan-mirror", severity: .high),
      RuleRun(rule: "stale-key", severity: .critical),
      RuleRun(rule: "wrong-customer", severity: .critical),
    ]
    for index in rules.indices {
      rules[index].findings =
        findings.count { $0.record.rule == rules[index].rule && $0.record.state != .resolved }
    }
    rules[6].lacks = .source
    return Report(
      audit: Audit(
        books: books, settings: Settings(), findings: Findings(findings), tieOut: try tieOut(),
        rules: rules, totals: try totals(), outOfScope: try outOfScope(),
        suppliersWithoutSource: ["Konsult Syd AB"],
        links: [
          Link(sent: 0, received: 0, step: .claim, field: .flag, value: .absent),
          Link(sent: 1, received: 1, step: .content, field: .content, value: .absent),
          Link(
            sent: 2, received: 1, step: .furtherMirror, field: .reference,
            value: books.texts.find("A-17") ?? .absent),
        ]),
      identity: String(repeating: "0a", count: 32), schema: 1,
      program: ProgramVersion(name: "mirror-audit", version: "1.0.0", rules: "1"))
  }

  static func currency(_ code: String) throws -> Currency {
    try #require(Currency(code))
  }

  private static func moment(_ text: String) throws -> Moment {
    let moment = Moment(Array(text.utf8).span)
    return try #require(moment)
  }

  static func books() throws -> Books {
    let digest = String(repeating: "5e", count: 32)
    var draft = BooksDraft(
      header: ExtractHeader(
        group: "Konsult & Söner \"Gruppen\" AB", takenAt: try moment("2023-05-31T06:00:00Z"),
        coversFrom: CalendarDate(year: 2023, month: 1, day: 1),
        companies: ["Konsult Nord AB", "Konsult Syd AB"], sha256: digest))
    draft.before = SnapshotBefore(identity: digest, takenAt: try moment("2023-04-30T06:00:00.5Z"))
    draft.inputs = ExtractFile.allCases.filter { $0 != .source }.map { file in
      ExtractInput(
        file: file, sha256: digest, rows: file == .received ? 1234 : 1,
        rejected: file == .sent ? 2 : 0, ignoredColumns: file == .sent ? ["refrence", ""] : [])
    }
    draft.documents = [InvoiceDocument(path: "documents/<R1>.xml", sha256: digest)]
    draft.rejected = [
      RejectedRow(
        file: .sent, line: 14, column: "net", reason: "the amount '1.234,5' is none",
        raw: "S9,\"1.234,5\",=HYPERLINK(\"x\")"),
      RejectedRow(
        file: .sent, line: 15, column: "", reason: "an unclosed quote",
        raw: "=S10,\"\u{1}" + "\n" + String(repeating: "å", count: 2500)),
    ]
    try addInvoices(to: &draft)
    return Books(draft)
  }

  private static func addInvoices(to draft: inout BooksDraft) throws {
    _ = draft.texts.intern("A-17")
    for id in ["R1", "R2", "R3"] {
      append(id, to: &draft.received.invoices, &draft.texts, try currency("SEK"))
    }
    for id in ["S1", "S2", "S<3>\u{8}&"] {
      append(id, to: &draft.sent.invoices, &draft.texts, try currency("SEK"))
    }
  }

  private static func append(
    _ id: String, to invoices: inout InvoiceColumns, _ texts: inout TextTable,
    _ currency: Currency
  ) {
    invoices.id.append(texts.intern(id))
    invoices.number.append(.absent)
    invoices.kind.append(.invoice)
    invoices.issueDate.append(CalendarDate(days: 19_478))
    invoices.currency.append(currency)
    invoices.net.append(100_000)
    invoices.vat.append(25_000)
    invoices.rounding.append(0)
    invoices.gross.append(125_000)
    invoices.document.append(.absent)
    invoices.row.append(UInt32(invoices.id.count))
  }
}
