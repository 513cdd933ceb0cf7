import Invoicing
import Testing

@testable import Auditing

@Suite struct RuleRunTests {
  /// Every rule that reads an optional file has something to find here.
  private static let books = """
    received R1 from Konsult A, 1 500.00 SEK, 2023-04-03, processed, naming S1
    source for Kund K
    source q2 for Kund K, number 7
    source q3 for Kund K, number 8, 1 250.00 SEK, net 1.00, vat 1.00, draft
    line of R1, service, net 1 000.00, vat 25
    line of R1, expense, net 100.00, vat 25
    line of R1, mileage, net 100.00, vat 25
    attachment of R1, sha aa
    sent S1 mirrors R1, to Kund L, 1 250.00 SEK
    line of S1, service, net 1 000.00, vat 25
    attempt at 2023-04-04T08:00:00Z for R1, created S1
    attempt at 2023-05-04T08:00:00Z for R1, replayed S1
    received R2 from Konsult A, 800.00 SEK, 2023-04-03, processed
    source for Kund K, draft
    sent S2 mirrors R2
    received R3 from Konsult A, 700.00 SEK, 2023-04-03, processed
    sent S3 mirrors R3

    """

  @Test(arguments: [
    (
      ExtractFile.source,
      ["never-received", "source-differs", "source-missing", "wrong-customer"]
    ),
    (.lines, ["missing-lines", "unbilled-expense"]),
    (.attachments, ["missing-attachment"]),
    (.attempts, ["key-reused"]),
  ]) func `a rule whose file is absent does not run, and is named with it`(
    file: ExtractFile, rules: [String]
  ) throws {
    let all = try audit(of: Self.books)
    #expect(all.rules.allSatisfy { $0.lacks == nil })
    for rule in rules {
      #expect(all.findings.contains { $0.record.rule == rule }, "\(rule) finds nothing anyhow")
    }
    var rows = try BookText.read(Self.books)
    rows.absent = [file]
    switch file {
    case .source: rows.source = []
    case .lines: rows.lines = []
    case .attachments: rows.attachments = []
    default: rows.attempts = []
    }
    let audit = Auditor.audit(BookBuilder.books(rows))
    #expect(audit.rules.filter { $0.lacks == file }.map(\.rule) == rules)
    #expect(audit.rules.filter { $0.lacks == nil }.count == all.rules.count - rules.count)
    #expect(audit.findings.allSatisfy { !rules.contains($0.record.rule) })
    #expect(AuditInvariants.broken(by: audit) == [])
  }

  @Test func `an empty file is not an absent one`() throws {
    let audit = try audit(of: "received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed")
    #expect(audit.rules.allSatisfy { $0.lacks == nil })
  }

  @Test func `all rules are told by name, each once, with what they found`() throws {
    let runs = try audit(of: Self.books).rules
    #expect(runs.map(\.rule) == runs.map(\.rule).sorted())
    #expect(Set(runs.map(\.rule)).count == runs.count)
    #expect(runs.count == 30)
    #expect(runs.first { $0.rule == "never-received" }?.findings == 1)
    #expect(runs.first { $0.rule == "stale-key" }?.findings == 0)
  }

  @Test(arguments: [
    (
      Severity.critical,
      [
        "deleted-mirror", "duplicate-after-timeout", "missing-mirror", "shared-key", "stale-key",
        "wrong-currency", "wrong-customer",
      ]
    ),
    (
      .high,
      [
        "duplicate-mirror", "mirror-of-cancelled", "missing-lines", "never-received",
        "orphan-mirror", "over-credited", "overdue-mirror", "received-twice", "source-differs",
        "source-missing", "unmarked-mirror", "unsent-mirror", "wrong-amount",
      ]
    ),
    (
      .medium,
      [
        "ambiguous-match", "arithmetic-error", "credited-mirror", "missing-attachment",
        "partly-credited", "wrong-vat",
      ]
    ),
    (.low, ["unbilled-expense", "wrong-link"]),
    (.info, ["key-reused", "number-gap"]),
  ]) func `each rule is as grave as the contract says`(severity: Severity, rules: [String]) throws {
    let runs = try audit(of: Self.books).rules
    #expect(runs.filter { $0.severity == severity }.map(\.rule) == rules)
  }

  @Test(arguments: [
    (RepairKind.createMirror, ["deleted-mirror", "missing-mirror", "shared-key", "stale-key"]),
    (.runEngine, ["overdue-mirror"]), (.markProcessed, ["unmarked-mirror", "wrong-link"]),
    (.sendMirror, ["unsent-mirror"]),
    (
      .cancelInvoice,
      ["duplicate-after-timeout", "duplicate-mirror", "mirror-of-cancelled", "received-twice"]
    ),
    (
      .replaceMirror,
      ["missing-lines", "wrong-amount", "wrong-currency", "wrong-customer", "wrong-vat"]
    ),
    (.attachFiles, ["missing-attachment"]),
  ]) func `each rule is mended as the plan says`(kind: RepairKind, rules: [String]) {
    #expect(AllRules.all.filter { $0.repair == kind }.map { $0.name }.sorted() == rules)
  }
}
