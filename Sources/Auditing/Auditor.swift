internal import Cores
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
    let judged = judge(matched, caseRules, ledgerRules)
    let narrator = Narrator(matched, judged.unclaimed)
    let verdicts = judged.verdicts
    let (findings, tieOut) = Pieces.both {
      Findings(verdicts, FindingWriter(narrator: narrator))
    } _: {
      judged.tieOut.rows(matched, verdicts)
    }
    return Audit(
      books: books, settings: settings, findings: findings, tieOut: tieOut,
      rules: runs(verdicts, books), totals: judged.totals,
      outOfScope: outOfScope(matched),
      suppliersWithoutSource: suppliersWithoutSource(matched),
      links: matched.linkage.links.compactMap { $0 },
      vanishedOwners: matched.vanished.owners(of: books))
  }

  /// What rules found, what the cases add to the tie-out, and what is found out beside.
  private struct Judged: Sendable {
    var verdicts: [Verdict] = []
    var tieOut = TieOut()
    var totals: [ControlTotal] = []
    var unclaimed: UnclaimedInvoices?
    /// Nobody needs it; but what is read for it is at hand afterwards.
    var fetched: Int64 = 0
  }

  /// A piece of the work, and what has nothing to do with the others.
  private enum Piece: Sendable {
    case cases(Range<Int>)
    case ledger(any LedgerRule.Type)
    case totals
    case unclaimed
  }

  private static func judge(
    _ matched: MatchedBooks, _ caseRules: [any CaseRule.Type],
    _ ledgerRules: [any LedgerRule.Type]
  ) -> Judged {
    let books = matched.books
    let caseRules = caseRules.filter { runs($0, books) }
    let plain = PlainCases(matched)
    // In one list, the long ones first: pieces within a piece would be done on its core alone.
    let ledgers = ledgerRules.filter { runs($0, books) }.map { Piece.ledger($0) }
    let cases = stride(from: 0, to: books.received.count, by: casesInPiece).map { start in
      Piece.cases(start..<min(start + casesInPiece, books.received.count))
    }
    let pieces = [.unclaimed, .totals] + ledgers + cases
    let done = Pieces.map(pieces.count, of: 1) { places in
      var judged = Judged()
      for piece in pieces[places] {
        switch piece {
        case .cases(let rows): judge(rows, matched, plain, caseRules, into: &judged)
        case .ledger(let rule): rule.judge(matched, into: &judged.verdicts)
        case .totals: judged.totals = ControlTotals.sum(books)
        case .unclaimed: judged.unclaimed = UnclaimedInvoices(matched)
        }
      }
      return judged
    }
    return joined(done.suffix(cases.count) + done.dropLast(cases.count))
  }

  private static func joined(_ pieces: ArraySlice<Judged>) -> Judged {
    var all = Judged()
    all.verdicts.reserveCapacity(pieces.reduce(0) { $0 + $1.verdicts.count })
    for piece in pieces {
      all.verdicts += piece.verdicts
      all.tieOut.add(piece.tieOut)
      all.totals += piece.totals
      all.unclaimed = all.unclaimed ?? piece.unclaimed
    }
    return all
  }

  private static let casesInPiece = 25_000

  /// Answers for each case *where is the mirror?*, and what else is wrong with it.
  private static func judge(
    _ rows: Range<Int>, _ matched: MatchedBooks, _ plain: PlainCases,
    _ rules: [any CaseRule.Type], into judged: inout Judged
  ) {
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: casesAtOnce) {
      let block = start..<min(start + casesAtOnce, rows.upperBound)
      var isPlain = [Bool](repeating: false, count: block.count)
      for row in plain.among(block) {
        isPlain[row - start] = true
        judged.tieOut.addPlain(row, matched.books.received)
      }
      let others = block.filter { matched.isInScope[$0] && !isPlain[$0 - start] }
      judged.fetched ^= matched.fetch(others)
      for row in others { judge(Case(matched, row), rules, into: &judged) }
    }
  }

  private static let casesAtOnce = 512

  private static func judge(_ c: Case, _ rules: [any CaseRule.Type], into judged: inout Judged) {
    let whereabouts = Whereabouts(c)
    Ladder.judge(c, whereabouts, into: &judged.verdicts)
    if c.kept != nil, !c.isCancelled, !c.isReceivedTwice {
      for rule in rules { rule.judge(c, into: &judged.verdicts) }
    }
    judged.tieOut.add(c, whereabouts)
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
    let (suppliers, isInScope) = (books.received.supplier, matched.isInScope)
    var isNamed = [Bool](repeating: false, count: books.texts.count)
    for row in isInScope.indices where isInScope[row] { isNamed[Int(suppliers[row].index)] = true }
    return isNamed.indices.filter { isNamed[$0] && !matched.suppliersWithSource[$0] }
      .map { books.string(Text(index: UInt32($0))) }.sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
  }
}
