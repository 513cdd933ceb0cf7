internal import Invoicing

/// What is wrong with the ledgers as a whole.
extension Oracle {
  func ledgerVerdicts() -> [Verdict] {
    orphans + received.flatMap(sourceVerdicts) + neverReceived + gaps
  }

  private var orphans: [Verdict] {
    sent.filter { isOrphan($0) }.map {
      Verdict(
        rule: "orphan-mirror", sentIDs: [$0.id], effect: worth(of: $0), currency: $0.currency)
    }
  }

  private func sourceVerdicts(_ one: ReceivedTruth) -> [Verdict] {
    guard one.isInScope, !one.isCancelled, !isReceivedTwice(one) else { return [] }
    guard let source = one.source else {
      let hasBooks = sources.contains { $0.supplier == one.supplier }
      return hasBooks ? [verdict("source-missing", one)] : []
    }
    let differs =
      source.net != one.net || source.vat != one.vat || source.currency != one.currency
      || source.status != "issued"
    return differs ? [verdict("source-differs", one)] : []
  }

  private var neverReceived: [Verdict] {
    sources.filter { source in
      !["draft", "cancelled"].contains(source.status)
        && now.date.days(since: source.date) > Self.grace
        && !received.contains {
          $0.supplier == source.supplier && $0.number == source.number
            && $0.isCreditNote == source.isCreditNote
        }
    }.map { Verdict(rule: "never-received", currency: $0.currency) }
  }

  private var gaps: [Verdict] {
    let numbered = sent.compactMap { one in
      one.number.flatMap { Int64($0) }.map { (number: $0, currency: one.currency) }
    }.sorted { $0.number < $1.number }
    return zip(numbered, numbered.dropFirst()).filter { $1.number > $0.number + 1 }.map {
      let (first, last) = ($0.number + 1, $1.number - 1)
      return Verdict(
        rule: "number-gap", currency: $1.currency,
        number: first == last ? "\(first)" : "\(first)..\(last)")
    }
  }
}
