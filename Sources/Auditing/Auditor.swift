package import Invoicing

/// Judges books: cases, links, rules and the tie-out; no I/O and no clock.
package enum Auditor {
  /// What the rules say; all findings are new until they are compared with those before.
  package static func audit(_ books: Books, _ settings: Settings = Settings()) -> Audit {
    audit(
      books, settings, caseRules: AllRules.ofCases, ledgerRules: AllRules.ofLedgers)
  }

  /// The rules in an order that a test chooses, to show that it changes nothing.
  static func audit(
    _ books: Books, _ settings: Settings, caseRules: [any CaseRule.Type],
    ledgerRules: [any LedgerRule.Type]
  ) -> Audit {
    let matched = MatchedBooks(books, settings)
    var verdicts: [Verdict] = []
    let whereabouts = judgeCases(matched, caseRules, &verdicts)
    for rule in ledgerRules where runs(rule, books) {
      rule.judge(matched, into: &verdicts)
    }
    let writer = FindingWriter(narrator: Narrator(matched))
    let findings = verdicts.map { writer.finding($0) }
    return Audit(
      books: books, settings: settings, findings: FindingOrder.sorted(findings),
      tieOut: TieOut.rows(matched, whereabouts, verdicts), rules: runs(verdicts, books),
      totals: ControlTotals.sum(books), outOfScope: outOfScope(matched),
      suppliersWithoutSource: suppliersWithoutSource(matched),
      links: matched.linkage.links.compactMap { $0 },
      vanishedOwners: matched.vanished.owners(of: books))
  }

  /// The answer to *where is the mirror?* for each case; nil for what is out of scope.
  private static func judgeCases(
    _ matched: MatchedBooks, _ rules: [any CaseRule.Type], _ verdicts: inout [Verdict]
  ) -> [Whereabouts?] {
    let rules = rules.filter { runs($0, matched.books) }
    return (0..<matched.books.received.count).map { received in
      guard matched.isInScope[received] else { return nil }
      let c = Case(matched, received)
      let whereabouts = Whereabouts(c)
      Ladder.judge(c, whereabouts, into: &verdicts)
      if c.kept != nil, !c.isCancelled, !c.isReceivedTwice {
        for rule in rules { rule.judge(c, into: &verdicts) }
      }
      return whereabouts
    }
  }

  private static func runs(_ rule: any Rule.Type, _ books: Books) -> Bool {
    rule.reads.map { books.has($0) } ?? true
  }

  private static func runs(_ verdicts: [Verdict], _ books: Books) -> [RuleRun] {
    var counts: [String: Int] = [:]
    for verdict in verdicts { counts[verdict.rule.name, default: 0] += 1 }
    return AllRules.all.map { rule in
      var run = RuleRun(rule: rule.name, severity: rule.severity)
      run.findings = counts[rule.name] ?? 0
      if !runs(rule, books) { run.lacks = rule.reads }
      return run
    }.sorted { $0.rule < $1.rule }
  }

  private static func outOfScope(_ matched: MatchedBooks) -> [OutOfScopeRow] {
    struct Key: Hashable {
      let supplier: Text
      let currency: Currency
      let reason: OutOfScopeRow.Reason
    }
    var rows: [Key: OutOfScopeRow] = [:]
    let received = matched.books.received
    for row in 0..<received.count where !matched.isInScope[row] {
      let supplier = received.supplier[row]
      let currency = received.invoices.currency[row]
      let reason: OutOfScopeRow.Reason =
        matched.linkage.scope.isCompany(supplier) ? .beforeCover : .otherSupplier
      let new = OutOfScopeRow(
        supplier: matched.books.string(supplier), currency: currency, reason: reason)
      let key = Key(supplier: supplier, currency: currency, reason: reason)
      rows[key, default: new].count += 1
      rows[key, default: new].gross += Int128(received.invoices.gross[row])
    }
    return rows.values.sorted { a, b in
      let (first, second) = (Array(a.supplier.utf8), Array(b.supplier.utf8))
      if first != second { return first.lexicographicallyPrecedes(second) }
      if a.currency != b.currency { return a.currency < b.currency }
      return a.reason.rawValue < b.reason.rawValue
    }
  }

  private static func suppliersWithoutSource(_ matched: MatchedBooks) -> [String] {
    let books = matched.books
    guard books.has(.source) else { return [] }
    let suppliers = Set(
      books.received.supplier.indices.lazy.filter { matched.isInScope[$0] }
        .map { books.received.supplier[$0] })
    return suppliers.filter { !matched.suppliersWithSource[Int($0.index)] }
      .map { books.string($0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
