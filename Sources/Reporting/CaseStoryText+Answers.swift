internal import Auditing
internal import Invoicing

extension CaseStoryText {
  /// What each rule said; those that had no say are told in one go.
  func answers(_ title: String, _ answers: [RuleAnswer]) -> [String] {
    guard !answers.isEmpty else { return [] }
    let spoken = answers.filter { $0.answer == .yes || $0.answer == .no }
    let table = WrappedTable(
      rows: spoken.map { answer in
        .init(labels: [answer.answer.name, answer.rule], text: reason(of: answer))
      })
    var lines = [style.heading(title)]
    for (answer, told) in zip(spoken, table.lines(indent: 2, width: style.width)) {
      lines += answer.answer == .yes ? told.map { paint($0, answer.severity) } : told
      lines += answer.findings.flatMap(consequence)
      lines += evidence(of: answer)
    }
    return lines + silent(answers)
  }

  private func paint(_ line: String, _ severity: Severity?) -> String {
    switch severity {
    case .critical, .high: style.alarm(line)
    case .medium, .low: style.caution(line)
    case .info, nil: line
    }
  }

  /// What follows from a finding: the money and the repair.
  private func consequence(_ finding: Finding) -> [String] {
    let record = finding.record
    let effect =
      record.effect == 0
      ? "no effect on the sums"
      : "effect \(HumanNumber.change(record.effect, record.currency)) \(record.currency.code)"
    let repair = record.repair == .manual ? "a person decides" : "repair: \(record.repair.name)"
    let words = "\(record.severity.name), \(HumanNumber.unbroken(effect)), \(repair)"
    let table = WrappedTable(rows: [.init(labels: [], text: words)])
    return Array(table.lines(indent: 7, width: style.width).joined())
  }

  private func reason(of answer: RuleAnswer) -> String {
    HumanNumber.groupingAmounts(in: answer.reason.printable)
  }

  /// Facts that stand neither in the timeline nor among the figures: lines, receipts, other
  /// invoices.
  private func evidence(of answer: RuleAnswer) -> [String] {
    let known = story.timeline.compactMap(\.origin) + story.invoices.map(\.origin)
    var facts: [Fact] = []
    for fact in answer.findings.flatMap(\.evidence)
    where fact.origin != .vanished && !known.contains(fact.origin) && !facts.contains(fact) {
      facts.append(fact)
    }
    let table = WrappedTable(
      rows: facts.map { .init(labels: [], text: $0.phrase.printable, place: $0.origin.words) })
    return Array(table.lines(indent: 7, width: style.width).joined())
  }

  /// Rules that were not reached, asked or run, with what they have in common.
  private func silent(_ answers: [RuleAnswer]) -> [String] {
    var groups: [(answer: RuleAnswer, rules: [String])] = []
    for answer in answers where answer.answer != .yes && answer.answer != .no {
      let place = groups.firstIndex {
        $0.answer.answer == answer.answer && $0.answer.reason == answer.reason
      }
      if let place {
        groups[place].rules.append(answer.rule)
      } else {
        groups.append((answer, [answer.rule]))
      }
    }
    return groups.flatMap { group in
      let rules = group.rules.listed.joined(separator: " ")
      let words = "\(group.answer.answer.name): \(rules) (\(group.answer.reason.printable))"
      return words.wrapped(to: style.width - 4).enumerated().map { index, line in
        style.aside((index == 0 ? "  " : "    ") + line)
      }
    }
  }
}
