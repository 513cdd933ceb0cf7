package import Auditing
internal import Invoicing

/// The story of a case, for scripts: what `CaseStoryText` says, as JSON.
///
/// Keys are sorted; amounts are decimals in strings, as in `findings.csv`.
package enum CaseStoryJSON {
  /// The story, with a line feed at its end.
  package static func text(of story: CaseStory) -> String {
    let value = JSONValue.object([
      "correctness": .array(story.correctness.map(answer)),
      "group": .string(story.group),
      "invoices": .array(story.invoices.map(invoice)),
      "ladder": .array(story.ladder.map(answer)),
      "ledgers": .array(story.ledgers.map(answer)),
      "links": .array(story.links.map(link)),
      "number": .string(story.number),
      "out_of_scope": story.outOfScope.map { reason in
        .object(["reason": .string(reason.name), "words": .string(story.whyOutOfScope)])
      } ?? .null,
      "received_id": .string(story.receivedID),
      "supplier": .string(story.supplier),
      "taken_at": .string(story.takenAt.description),
      "tie_out": .array(story.tieOut.map(JSONSummary.share)),
      "timeline": .array(story.timeline.map(entry)),
      "whereabouts": story.whereabouts.map { .string($0.rule) } ?? .null,
    ])
    return value.text + "\n"
  }

  private static func entry(_ entry: TimelineEntry) -> JSONValue {
    var members = entry.origin?.json ?? ["file": .string("extract.json"), "row": .null]
    switch entry.time {
    case .moment(let moment): members["time"] = .string(moment.description)
    case .date(let date): members["time"] = .string(date.description)
    case .unknown: members["time"] = .null
    }
    members["kind"] = .string(entry.kind.name)
    members["words"] = .string(entry.words)
    return .object(members)
  }

  private static func invoice(_ invoice: CaseInvoice) -> JSONValue {
    func amount(_ minorUnits: Int64?) -> JSONValue {
      minorUnits.map { JSONSummary.amount(Int128($0), invoice.currency) } ?? .null
    }
    let members: [String: JSONValue] = [
      "currency": .string(invoice.currency.code), "customer": .string(invoice.customer),
      "gross": amount(invoice.gross), "id": .string(invoice.id),
      "issue_date": .string(invoice.issueDate.description), "net": amount(invoice.net),
      "number": .string(invoice.number), "role": .string(invoice.role.name),
      "rounding": amount(invoice.rounding), "status": .string(invoice.status),
      "vat": amount(invoice.vat),
    ]
    return .object(members.merging(invoice.origin.json) { first, _ in first })
  }

  private static func link(_ link: LinkStory) -> JSONValue {
    let members: [String: JSONValue] = [
      "field": link.field.map { .string($0.name) } ?? .null,
      "live": .truth(link.isLive), "sent_id": .string(link.sentID),
      "step": link.step.map { .integer(Int($0.rawValue)) } ?? .null,
      "value": .string(link.value), "words": .string(link.words),
    ]
    return .object(members.merging(link.origin.json) { first, _ in first })
  }

  private static func answer(_ answer: RuleAnswer) -> JSONValue {
    .object([
      "answer": .string(answer.answer.name), "findings": .array(answer.findings.map(finding)),
      "reason": .string(answer.reason), "rule": .string(answer.rule),
      "severity": answer.severity.map { .string($0.name) } ?? .null,
    ])
  }

  private static func finding(_ finding: Finding) -> JSONValue {
    .object([
      "evidence": .array(finding.evidence.map(fact)),
      "finding": JSONSummary.finding(finding.record),
    ])
  }

  private static func fact(_ fact: Fact) -> JSONValue {
    let fields = fact.fields.map { ($0.column.name, JSONValue.string($0.value)) }
    let members: [String: JSONValue] = [
      "fields": .object(Dictionary(fields) { first, _ in first }), "words": .string(fact.phrase),
    ]
    return .object(members.merging(fact.origin.json) { first, _ in first })
  }
}

extension JSONSummary {
  /// A row of the tie-out of one supplier.
  static func share(_ row: TieOutRow) -> JSONValue {
    .object([
      "currency": .string(row.currency.code), "difference": amount(row.difference, row.currency),
      "expected": amount(row.expected, row.currency),
      "findings": amount(row.findings, row.currency),
      "mirrored": amount(row.mirrored, row.currency),
      "pending": amount(row.pending, row.currency), "supplier": .string(row.supplier),
      "tolerated": amount(row.tolerated, row.currency),
      "unexplained": amount(row.unexplained, row.currency),
    ])
  }
}
