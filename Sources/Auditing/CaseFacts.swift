package import Invoicing

/// What the rules judged a case by, as places in the books.
package struct CaseFacts: Sendable {
  package let received: Int
  package let source: Int?
  package let isProcessed: Bool
  /// The live mirror that is kept; nil: none lives.
  package let kept: Int?
  /// By id.
  package let liveMirrors: [Int]
  /// By id; those that the system has forgotten aside.
  package let deadMirrors: [Int]
  /// Ids of mirrors that the system has forgotten, by size.
  package let vanished: [Text]
  /// Ids of sent invoices that its attempts or its flag name, and that are not there, or are dead
  /// and do not say what they mirror, whosever mirrors they were: an engine that looks for them
  /// finds them dead.
  package let namedAndDead: [Text]
  /// Live sent invoices that its attempts or its flag name, that do not say what they mirror, and
  /// that are no mirrors of it, by id: an engine that looks for them cannot tell whose they are.
  package let namedAndNotIts: [Int]
  /// The invoice that is kept in place of this one, which was received twice.
  package let keptInstead: Int?
  /// Its lines, by their number.
  package let lines: [Int]
  /// Its files, by name, then digest.
  package let attachments: [Int]
  /// Of these the ones that the kept mirror lacks.
  package let missingAttachments: [Int]

  init(_ c: Case) {
    received = c.received
    source = c.source
    isProcessed = c.isProcessed
    kept = c.kept
    liveMirrors = c.liveMirrors
    deadMirrors = c.deadMirrors
    vanished = c.vanished.map(\.id)
    namedAndDead = Self.namedAndDead(c)
    namedAndNotIts = Self.namedAndNotIts(c)
    keptInstead = c.isReceivedTwice ? Int(c.matched.keptInstead[c.received]) : nil
    lines = c.matched.linesOfReceived.of(c.received).map(Int.init)
    attachments = c.matched.attachmentsOfReceived.of(c.received).map(Int.init)
    missingAttachments = c.kept.map { MissingAttachment.lacking(c, $0) } ?? []
  }

  private static func named(_ c: Case) -> [Text] {
    var named = c.attempts.map { c.books.attempts.sentID[Int($0)] }
    if let flag = c.flag { named.append(c.books.flags.mirrorID[flag]) }
    return named.filter { !$0.isAbsent }
  }

  private static func namedAndNotIts(_ c: Case) -> [Int] {
    let linkage = c.matched.linkage
    let sent = c.books.sent
    let isCreditNote = c.books.received.invoices.kind[c.received] == .creditNote
    let rows = named(c).compactMap(linkage.index.sentByID.first).filter { row in
      let link = linkage.links[row].map { Int($0.received) }
      return c.matched.isLive[row] && !linkage.looksCredited(sent: row)
        && sent.mirrorOf[row].isAbsent && link != c.received
        && (isCreditNote || sent.credits[row].isAbsent)
    }
    return Set(rows).sorted {
      c.books.compareIDs(sent.invoices.id[$0], sent.invoices.id[$1]) < 0
    }
  }

  private static func namedAndDead(_ c: Case) -> [Text] {
    let linkage = c.matched.linkage
    return named(c).filter { id in
      guard let row = linkage.index.sentByID.first(id) else { return true }
      return c.books.sent.mirrorOf[row].isAbsent
        && (!c.matched.isLive[row] || linkage.looksCredited(sent: row))
    }
  }
}
