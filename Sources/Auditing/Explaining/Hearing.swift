internal import Invoicing

/// Asks each rule about a case in scope, and if it says no, why.
struct Hearing {
  let ladder: [RuleAnswer]
  let correctness: [RuleAnswer]
  let ledgers: [RuleAnswer]
  /// All that was found in the case.
  let verdicts: [Verdict]

  init(_ c: Case, _ place: Whereabouts) {
    let writer = FindingWriter(narrator: Narrator(c.matched))
    var verdicts: [Verdict] = []
    Ladder.judge(c, place, into: &verdicts)
    let ladder = verdicts
    let mirrorsAreJudged = Self.whyMirrorsRest(c) == nil
    for rule in AllRules.ofCases where mirrorsAreJudged && Self.runs(rule, c) {
      rule.judge(c, into: &verdicts)
    }
    for rule in AllRules.ofLedgers where rule.judgesCases && Self.runs(rule, c) {
      rule.judge(c.matched, into: &verdicts)
    }
    verdicts.removeAll { $0.received != c.received }
    self.verdicts = verdicts
    self.ladder = LadderRung.answers(c, place, ladder, writer)
    let found = verdicts
    correctness = AllRules.ofCases.map { rule in
      Self.answer(rule, c, found, writer, notAsked: Self.whyMirrorsRest(c))
    }
    ledgers = AllRules.ofLedgers.map { rule in
      Self.answer(
        rule, c, found, writer, notAsked: rule.judgesCases ? nil : rule.whyNot(c))
    }
  }

  /// Yes, with what was found.
  static func yes(
    _ rule: any Rule.Type, _ found: [Verdict], _ writer: FindingWriter
  ) -> RuleAnswer {
    let clauses = found.map { rule.explain($0, writer.narrator).clause }
    var reasons: [String] = []
    for clause in clauses where !reasons.contains(clause) { reasons.append(clause) }
    return RuleAnswer(
      rule: rule.name, severity: rule.severity, answer: .yes,
      reason: reasons.joined(separator: "; "), findings: found.map { writer.finding($0) })
  }

  private static func answer(
    _ rule: any Rule.Type, _ c: Case, _ verdicts: [Verdict], _ writer: FindingWriter,
    notAsked: String?
  ) -> RuleAnswer {
    var answer = RuleAnswer(
      rule: rule.name, severity: rule.severity, answer: .no, reason: "")
    if let file = rule.reads, !runs(rule, c) {
      answer.answer = .notRun
      answer.reason = "the extract has no \(file.name)"
      return answer
    }
    if let notAsked {
      answer.answer = .notAsked
      answer.reason = notAsked
      return answer
    }
    let found = verdicts.filter { $0.rule == rule }
    if !found.isEmpty { return yes(rule, found, writer) }
    answer.reason = rule.whyNot(c)
    return answer
  }

  private static func runs(_ rule: any Rule.Type, _ c: Case) -> Bool {
    rule.reads.map { c.books.has($0) } ?? true
  }

  /// Why nobody asks whether the mirror is right; nil where the rules do.
  private static func whyMirrorsRest(_ c: Case) -> String? {
    if c.isCancelled { return "the invoice is cancelled" }
    if c.isReceivedTwice { return "it was received twice, and another one is kept" }
    return c.kept == nil ? "no mirror of it is live" : nil
  }
}
