internal import Invoicing

/// Findings in words as strings, and back.
extension ToldFindings {
  /// Of records alone, without evidence.
  package init(_ records: some Sequence<FindingRecord>) {
    self.init()
    for record in records { add(Finding(record: record, evidence: [], links: [])) }
  }

  /// One of them as strings.
  package func finding(_ place: Int) -> Finding {
    let row = rows[place]
    return Finding(
      record: record(row), evidence: facts[row.evidence].map(fact), links: Array(links[row.linked]))
  }

  private func record(_ row: Row) -> FindingRecord {
    FindingRecord(
      fingerprint: texts.string(row.fingerprint), rule: rules[row.figures.rule],
      severity: row.figures.severity, state: row.figures.state,
      receivedID: texts.string(row.receivedID), supplier: texts.string(row.supplier),
      number: texts.string(row.number), mirrorID: texts.string(row.mirrorID),
      sentIDs: sentIDs[row.sent].map(texts.string), customer: texts.string(row.customer),
      currency: row.figures.currency, gross: row.grossMinorUnits, effect: row.figures.effect,
      ageDays: row.ageDays, cause: causes.string(row.cause), repair: row.figures.repair)
  }

  private func fact(_ fact: Evidence) -> Fact {
    Fact(
      origin: fact.origin,
      fields: fields[fact.fields].map { field in
        .init(
          field.column, field.isSaid ? causes.string(field.value) : texts.string(field.value))
      }, phrase: causes.string(fact.phrase))
  }

  mutating func add(_ finding: Finding) {
    let record = finding.record
    var row = Row(figures: FindingFigures(record, rule: rules.place(of: record.rule)))
    row.fingerprint = texts.add(string: record.fingerprint)
    row.receivedID = texts.add(string: record.receivedID)
    row.supplier = texts.add(string: record.supplier)
    row.number = texts.add(string: record.number)
    row.mirrorID = texts.add(string: record.mirrorID)
    row.customer = texts.add(string: record.customer)
    addNumbers(&row, gross: record.gross, ageDays: record.ageDays)
    row.cause = causes.add(string: record.cause)
    row.sent = sentIDs.count..<sentIDs.count + record.sentIDs.count
    for id in record.sentIDs { sentIDs.append(texts.add(string: id)) }
    row.evidence = facts.count..<facts.count + finding.evidence.count
    for fact in finding.evidence { add(fact) }
    row.linked = links.count..<links.count + finding.links.count
    links += finding.links
    rows.append(row)
  }

  /// A fact whose words stand in a cause already, or are not known to.
  private mutating func add(_ fact: Fact) {
    let first = fields.count
    for value in fact.fields { field(value.column, unsaid: texts.add(string: value.value)) }
    facts.append(
      Evidence(
        origin: fact.origin, fields: first..<fields.count,
        phrase: causes.add(string: fact.phrase)))
  }
}
