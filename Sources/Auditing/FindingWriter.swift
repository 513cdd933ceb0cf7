internal import Invoicing

/// Turns a verdict into a finding: its figures at once, its words where they are written.
///
/// A class, so that findings have one reference to it.
final class FindingWriter: Sendable {
  let narrator: Narrator

  private var books: Books { narrator.books }

  init(narrator: Narrator) { self.narrator = narrator }

  /// Of a finding that is new until it is compared with those before.
  ///
  /// - Parameter rule: the place of the rule's name.
  func figures(_ verdict: Verdict, rule: Int) -> FindingFigures {
    FindingFigures(
      rule: rule, severity: verdict.rule.severity, state: .new, currency: verdict.currency,
      repair: repair(verdict), effect: verdict.effect)
  }

  /// There is nothing to cancel where no mirror is at fault.
  private func repair(_ verdict: Verdict) -> RepairKind {
    let kind = verdict.rule.repair
    return kind == .cancelInvoice && verdict.sentIDs.isEmpty ? .manual : kind
  }

  /// The finding in words as strings.
  func finding(_ verdict: Verdict) -> Finding {
    var told = ToldFindings()
    let rule = told.rules.place(of: verdict.rule.name)
    let explanation = verdict.rule.explain(verdict, narrator)
    tell(verdict, figures(verdict, rule: rule), explanation, in: &told)
    return told.finding(0)
  }

  /// What names the finding from snapshot to snapshot, as `findings.csv` has it.
  func fingerprint(_ verdict: Verdict, _ rules: RuleNames) -> String {
    var told = ToldFindings(rules: rules)
    let rule = told.rules.place(of: verdict.rule.name)
    let row = tellNames(verdict, figures(verdict, rule: rule), in: &told)
    return told.texts.string(row.fingerprint)
  }

  /// Adds the finding in words.
  func tell(
    _ verdict: Verdict, _ figures: FindingFigures, _ explanation: Explanation,
    in told: inout ToldFindings
  ) {
    var row = tellNames(verdict, figures, in: &told)
    told.addNumbers(
      &row, gross: gross(verdict),
      ageDays: books.header.takenAt.date.days(since: issueDate(verdict)))
    tellCause(explanation, &row, &told)
    tellLinks(verdict, &row, &told)
    told.rows.append(row)
  }

  /// Tells what the finding is about, and its fingerprint.
  private func tellNames(
    _ verdict: Verdict, _ figures: FindingFigures, in told: inout ToldFindings
  ) -> ToldFindings.Row {
    var row = ToldFindings.Row(figures: figures)
    let party = self.party(verdict)
    row.receivedID = told.texts.add(receivedID(verdict), of: books)
    row.supplier = told.texts.add(party.supplier, of: books)
    row.number =
      party.gap.map { told.texts.add(string: narrator.matched.gaps[$0].number) }
      ?? told.texts.add(party.number, of: books)
    if let kept = verdict.kept {
      row.mirrorID = told.texts.add(books.sent.invoices.id[kept], of: books)
    }
    row.customer = told.texts.add(party.customer, of: books)
    row.sent = told.sentIDs.count..<told.sentIDs.count + verdict.sentIDs.count
    for id in verdict.sentIDs { told.sentIDs.append(told.texts.add(id, of: books)) }
    let fingerprint = told.fingerprint(of: row, sourceID: sourceID(verdict), books)
    row.fingerprint = told.texts.add(hexDigitsOf: fingerprint)
    return row
  }

  private func sourceID(_ verdict: Verdict) -> Text {
    guard case .source(let row) = verdict.subject else { return .absent }
    return books.source.invoices.id[row]
  }

  /// One sentence: the clause, then the facts.
  private func tellCause(
    _ explanation: Explanation, _ row: inout ToldFindings.Row, _ told: inout ToldFindings
  ) {
    let start = told.causes.end
    let first = told.facts.count
    told.causes.add(string: explanation.clause)
    for (place, fact) in explanation.facts.enumerated() {
      told.causes.add(place == 0 ? ": " : "; ")
      narrator.tell(fact, in: &told)
    }
    row.cause = start..<told.causes.end
    row.evidence = first..<told.facts.count
  }

  private func tellLinks(
    _ verdict: Verdict, _ row: inout ToldFindings.Row, _ told: inout ToldFindings
  ) {
    let first = told.links.count
    if let received = verdict.received {
      for mirror in narrator.matched.mirrorsOfReceived.of(received) {
        if let link = narrator.matched.linkage.links[Int(mirror)] { told.links.append(link) }
      }
    }
    row.linked = first..<told.links.count
  }

  /// The id of the received invoice, absent where there is none.
  func receivedID(_ verdict: Verdict) -> Text {
    verdict.received.map { books.received.invoices.id[$0] } ?? .absent
  }

  /// What settles the order of ids.
  ///
  /// - Parameters:
  ///   - firstSent: the first id of the sent invoices at fault.
  ///   - texts: the books'.
  func idKeys(
    _ verdict: PlacedVerdict, firstSent: Text?, _ texts: borrowing TextTable
  ) -> FindingOrder.IDKeys {
    if let row = verdict.received {
      return FindingOrder.IDKeys(
        received: IdentifierKey(texts.bytes(of: books.received.invoices.id[row])), others: nil)
    }
    let key: IdentifierKey
    switch (firstSent, verdict.subject) {
    case (let id?, _): key = IdentifierKey(texts.bytes(of: id))
    case (nil, .received): key = IdentifierKey(texts.bytes(of: .absent))
    case (nil, .sent(let row)):
      key = IdentifierKey(texts.bytes(of: books.sent.invoices.number[row]))
    case (nil, .source(let row)):
      key = IdentifierKey(texts.bytes(of: books.source.invoices.number[row]))
    case (nil, .gap(let place)):
      key = IdentifierKey(narrator.matched.gaps[place].number.utf8.span)
    }
    return FindingOrder.IDKeys(
      received: IdentifierKey(texts.bytes(of: .absent)), others: (firstSent != nil, key))
  }

  /// Whom a finding is about.
  struct Party {
    var supplier = Text.absent
    var number = Text.absent
    var customer = Text.absent
    /// The gap whose number it is.
    var gap: Int?
  }

  /// Supplier and number of the received invoice, else of the source, else the number alone of the
  /// sent one; the customer of the source, else of the mirror or the sent invoice at fault.
  func party(_ verdict: Verdict) -> Party {
    if let received = verdict.received {
      return Party(
        supplier: books.received.supplier[received],
        number: books.received.invoices.number[received], customer: customer(verdict, received))
    }
    switch verdict.subject {
    case .received: return Party()
    case .sent(let row):
      return Party(number: books.sent.invoices.number[row], customer: books.sent.customer[row])
    case .source(let row):
      return Party(
        supplier: books.source.supplier[row], number: books.source.invoices.number[row],
        customer: books.source.customer[row])
    case .gap(let place): return Party(gap: place)
    }
  }

  private func customer(_ verdict: Verdict, _ received: Int) -> Text {
    let source = Int(narrator.matched.linkage.sourceOf[received])
    if source >= 0 { return books.source.customer[source] }
    let mirror = verdict.kept ?? narrator.matched.mirrorsOfReceived.of(received).first.map(Int.init)
    return mirror.map { books.sent.customer[$0] } ?? .absent
  }

  /// The gross of the invoice in question, in the finding's currency.
  private func gross(_ verdict: Verdict) -> Int64 {
    if let received = verdict.received,
      books.received.invoices.currency[received] == verdict.currency
    {
      return books.received.invoices.gross[received]
    }
    switch verdict.subject {
    case .source(let row): return books.source.invoices.gross[row]
    case .sent(let row): return books.sent.invoices.gross[row]
    case .gap: return 0
    case .received:
      let atFault = verdict.sentIDs.lazy.compactMap {
        self.narrator.matched.linkage.index.sentByID.first($0)
      }
      return atFault.first.map { books.sent.invoices.gross[$0] } ?? 0
    }
  }

  private func issueDate(_ verdict: Verdict) -> CalendarDate {
    if let received = verdict.received { return books.received.invoices.issueDate[received] }
    switch verdict.subject {
    case .received: return books.header.takenAt.date
    case .sent(let row): return books.sent.invoices.issueDate[row]
    case .source(let row): return books.source.invoices.issueDate[row]
    case .gap(let place):
      return books.sent.invoices.issueDate[narrator.matched.gaps[place].after]
    }
  }
}
