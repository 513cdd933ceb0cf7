internal import Invoicing

/// Says why each mirror of a case is one.
enum LinkWords {
  static func stories(of c: Case) -> [LinkStory] {
    c.mirrors.compactMap { c.matched.linkage.links[Int($0)] }.map { story($0, c) }
      + c.vanished.map { vanished($0, c) }
  }

  private static func story(_ link: Link, _ c: Case) -> LinkStory {
    let sent = Int(link.sent)
    var words = "step \(link.step.rawValue): \(self.words(link, c))"
    switch link.step {
    case .statedMirror, .claim, .content: break
    case .waitingClaim: words += ", though they do not agree, and nothing else was left"
    case .furtherMirror: words += "; it has a live mirror already"
    }
    return LinkStory(
      sentID: c.id(sent: sent), isLive: c.matched.isLive[sent], step: link.step,
      field: link.field, value: c.string(link.value), origin: origin(link, c), words: words)
  }

  private static func words(_ link: Link, _ c: Case) -> String {
    let value = c.string(link.value)
    switch link.field {
    case .mirrorOf: return "its mirror_of names \(value)"
    case .createdAttempt: return "an attempt for \(c.id) created it"
    case .triedKey: return "its key \(value) was tried for \(c.id) alone"
    case .receivedIDAsKey: return "its key is the id \(value)"
    case .intentKey: return "its key \(value) names the intent to mirror \(c.id)"
    case .reference: return "its reference names the number \(value)"
    case .flag: return "the flag of \(c.id) names it"
    case .otherAttempt: return "an attempt for \(c.id) names it"
    case .content:
      let days = c.books.sent.invoices.issueDate[Int(link.sent)].days(
        since: c.books.received.invoices.issueDate[c.received])
      let customer = c.source == nil ? "" : ", customer"
      return "kind, currency\(customer) and gross agree, issued \(days.counted("day")) later"
    }
  }

  /// Where the evidence stands: in the sent invoice, in an attempt or in the flag.
  private static func origin(_ link: Link, _ c: Case) -> Fact.Origin {
    let sent = Int(link.sent)
    let id = c.books.sent.invoices.id[sent]
    switch link.field {
    case .createdAttempt:
      if let row = attempt(naming: id, c, { $0 == .created }) { return row }
    case .otherAttempt:
      if let row = attempt(naming: id, c, { $0 != .created }) { return row }
    case .flag:
      if let flag = c.flag { return .row(.processed, c.books.flags.row[flag]) }
    default: break
    }
    return .row(.sent, c.books.sent.invoices.row[sent])
  }

  private static func attempt(
    naming id: Text, _ c: Case, _ isMeant: (AttemptOutcome) -> Bool
  ) -> Fact.Origin? {
    let attempts = c.books.attempts
    let row = c.attempts.map(Int.init).first {
      attempts.sentID[$0] == id && isMeant(attempts.outcome[$0])
    }
    return row.map { .row(.attempts, attempts.row[$0]) }
  }

  private static func vanished(_ mirror: VanishedMirrors.Mirror, _ c: Case) -> LinkStory {
    let attempt = attempt(naming: mirror.id, c) { _ in true }
    var flag: Fact.Origin?
    if let row = c.flag, c.books.flags.mirrorID[row] == mirror.id {
      flag = .row(.processed, c.books.flags.row[row])
    }
    let witness: String
    if attempt != nil {
      witness = "an attempt for \(c.id) names it"
    } else if flag != nil {
      witness = "the flag of \(c.id) names it"
    } else {
      witness = "it was the mirror of \(c.id) in the snapshot before"
    }
    return LinkStory(
      sentID: c.string(mirror.id), isLive: false, step: nil, field: nil,
      value: c.string(mirror.id), origin: attempt ?? flag ?? .vanished,
      words: "not in sent.csv; \(witness)")
  }
}
