internal import Invoicing

/// *Where is the mirror?* Exactly one answer for each case, of which some are findings.
///
/// They always run, on the evidence there is; `Whereabouts` gives the answer.
enum Ladder {
  static let rules: [any Rule.Type] = [
    MirrorOfCancelled.self, ReceivedTwice.self, StaleKey.self, DeletedMirror.self,
    CreditedMirror.self, SharedKey.self, MissingMirror.self, OverdueMirror.self,
    DuplicateAfterTimeout.self, DuplicateMirror.self, UnmarkedMirror.self,
  ]

  static func judge(_ c: Case, _ whereabouts: Whereabouts, into verdicts: inout [Verdict]) {
    switch whereabouts {
    case .cancelled, .pending, .mirrored: return
    case .mirrorOfCancelled: surplus(MirrorOfCancelled.self, c, c.liveMirrors, &verdicts)
    case .receivedTwice: surplus(ReceivedTwice.self, c, c.liveMirrors, &verdicts)
    case .staleKey: missing(StaleKey.self, c, c.endedIDs, &verdicts)
    case .deletedMirror: missing(DeletedMirror.self, c, c.endedIDs, &verdicts)
    case .creditedMirror: missing(CreditedMirror.self, c, c.creditedIDs, &verdicts)
    case .sharedKey: missing(SharedKey.self, c, c.mirrorsOfOthers, &verdicts)
    case .missingMirror: missing(MissingMirror.self, c, [], &verdicts)
    case .overdueMirror: missing(OverdueMirror.self, c, [], &verdicts)
    case .duplicateAfterTimeout:
      surplus(DuplicateAfterTimeout.self, c, c.surplusMirrors, &verdicts)
    case .duplicateMirror: surplus(DuplicateMirror.self, c, c.surplusMirrors, &verdicts)
    case .unmarkedMirror:
      let mirrors = c.liveMirrors.map { c.books.sent.invoices.id[$0] }
      verdicts.append(Verdict(UnmarkedMirror.self, c, sentIDs: mirrors))
    }
  }

  private static func missing(
    _ rule: any Rule.Type, _ c: Case, _ sentIDs: [Text], _ verdicts: inout [Verdict]
  ) {
    verdicts.append(Verdict(rule, c, sentIDs: sentIDs, effect: -Int128(c.gross)))
  }

  /// One verdict for each currency that the mirrors at fault have; one without effect for none.
  private static func surplus(
    _ rule: any Rule.Type, _ c: Case, _ mirrors: [Int], _ verdicts: inout [Verdict]
  ) {
    let currencies = Set(mirrors.map { c.books.sent.invoices.currency[$0] }).sorted()
    for currency in currencies {
      let atFault = mirrors.filter { c.books.sent.invoices.currency[$0] == currency }
      let effect = atFault.reduce(0) { $0 + c.matched.worth(sent: $1) }
      verdicts.append(
        Verdict(
          rule, c, sentIDs: atFault.map { c.books.sent.invoices.id[$0] }, currency: currency,
          effect: effect))
    }
    if currencies.isEmpty { verdicts.append(Verdict(rule, c)) }
  }
}

extension Case {
  /// All live mirrors but the kept one, by id.
  fileprivate var surplusMirrors: [Int] { liveMirrors.filter { $0 != kept } }

  /// Ids of mirrors that were deleted or cancelled, or have vanished, by size.
  fileprivate var endedIDs: [Text] {
    let dead = deadMirrors.filter { !matched.isCredited($0) }.map { books.sent.invoices.id[$0] }
    return (dead + vanished.map(\.id)).sorted { books.compareIDs($0, $1) < 0 }
  }

  /// Ids of mirrors that were credited, by size.
  fileprivate var creditedIDs: [Text] {
    deadMirrors.filter { matched.isCredited($0) }.map { books.sent.invoices.id[$0] }
  }
}
