internal import Digests
internal import Invoicing

/// Turns a verdict into a finding, with its words.
struct FindingWriter {
  let narrator: Narrator

  private var books: Books { narrator.books }

  func finding(_ verdict: Verdict) -> Finding {
    let explanation = verdict.rule.explain(verdict, narrator)
    return Finding(
      record: record(verdict, cause: explanation.sentence),
      evidence: explanation.facts,
      links: links(verdict))
  }

  private func record(_ verdict: Verdict, cause: String) -> FindingRecord {
    let party = self.party(verdict)
    let sentIDs = verdict.sentIDs.map(narrator.string)
    let receivedID = verdict.received.map { narrator.string(books.received.invoices.id[$0]) } ?? ""
    let mirrorID = verdict.kept.map { narrator.string(books.sent.invoices.id[$0]) } ?? ""
    return FindingRecord(
      fingerprint: Self.fingerprint(
        rule: verdict.rule.name, receivedID, party.supplier, party.number, sentIDs,
        verdict.currency, sourceID(verdict)),
      rule: verdict.rule.name, severity: verdict.rule.severity, state: .new,
      receivedID: receivedID, supplier: party.supplier, number: party.number,
      mirrorID: mirrorID, sentIDs: sentIDs, customer: party.customer,
      currency: verdict.currency, gross: gross(verdict), effect: verdict.effect,
      ageDays: books.header.takenAt.date.days(since: issueDate(verdict)), cause: cause,
      repair: repair(verdict))
  }

  /// There is nothing to cancel where no mirror is at fault.
  private func repair(_ verdict: Verdict) -> RepairKind {
    let kind = verdict.rule.repair
    return kind == .cancelInvoice && verdict.sentIDs.isEmpty ? .manual : kind
  }

  private func links(_ verdict: Verdict) -> [Link] {
    guard let received = verdict.received else { return [] }
    return narrator.matched.mirrorsOfReceived.of(received).compactMap {
      narrator.matched.linkage.links[Int($0)]
    }
  }

  private func sourceID(_ verdict: Verdict) -> String {
    guard case .source(let row) = verdict.subject else { return "" }
    return narrator.string(books.source.invoices.id[row])
  }

  /// Supplier and number of the received invoice, else of the source, else the number alone of the
  /// sent one; the customer of the source, else of the mirror or the sent invoice at fault.
  private func party(_ verdict: Verdict) -> (supplier: String, number: String, customer: String) {
    if let received = verdict.received {
      return (
        narrator.string(books.received.supplier[received]),
        narrator.string(books.received.invoices.number[received]), customer(verdict, received)
      )
    }
    switch verdict.subject {
    case .received: return ("", "", "")
    case .sent(let row):
      return (
        "", narrator.string(books.sent.invoices.number[row]),
        narrator.string(books.sent.customer[row])
      )
    case .source(let row):
      return (
        narrator.string(books.source.supplier[row]),
        narrator.string(books.source.invoices.number[row]),
        narrator.string(books.source.customer[row])
      )
    case .gap(let place): return ("", narrator.matched.gaps[place].number, "")
    }
  }

  private func customer(_ verdict: Verdict, _ received: Int) -> String {
    let source = Int(narrator.matched.linkage.sourceOf[received])
    if source >= 0 { return narrator.string(books.source.customer[source]) }
    let mirror = verdict.kept ?? narrator.matched.mirrorsOfReceived.of(received).first.map(Int.init)
    return mirror.map { narrator.string(books.sent.customer[$0]) } ?? ""
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
        narrator.matched.linkage.index.sentByID.first($0)
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

  /// The first 16 hex digits of SHA-256 over what names the finding, each part ended by U+001F.
  private static func fingerprint(
    rule: String, _ receivedID: String, _ supplier: String, _ number: String,
    _ sentIDs: [String], _ currency: Currency, _ sourceID: String
  ) -> String {
    let parts = [
      rule, receivedID, supplier, number, sentIDs.joined(separator: ";"), currency.code,
    ]
    var text: [UInt8] = []
    for part in sourceID.isEmpty ? parts : parts + [sourceID] {
      text.append(contentsOf: part.utf8)
      text.append(0x1f)
    }
    var digest = SHA256Digest()
    digest.update(text)
    return String(digest.hexDigits().prefix(16))
  }
}
