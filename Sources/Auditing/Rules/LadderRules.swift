internal import Invoicing

/// The received invoice is cancelled, and a mirror of it lives.
enum MirrorOfCancelled: Rule {
  static let name = "mirror-of-cancelled"
  static let severity = Severity.high
  static let repair = RepairKind.cancelInvoice

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let worth = narrator.money(verdict.effect, verdict.currency)
    return Explanation(
      clause: "the received invoice is cancelled, and still \(worth) of it is billed on",
      facts: narrator.wholeCase(narrator.caseOf(verdict)))
  }
}

/// The same invoice stands twice on the to-do list, and this is not the one that is kept.
enum ReceivedTwice: Rule {
  static let name = "received-twice"
  static let severity = Severity.high
  static let repair = RepairKind.cancelInvoice

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let kept = Int(c.matched.keptInstead[c.received])
    let billed =
      verdict.sentIDs.isEmpty
      ? "this one has no live mirror"
      : "this one's mirrors bill \(narrator.money(verdict.effect, verdict.currency)) again"
    return Explanation(
      clause: "the invoice was received twice: the first of these is kept, and \(billed)",
      facts: [.received(kept)] + narrator.wholeCase(c))
  }
}

/// The engine got a dead mirror back under its old key, and took it for done: the story's trap.
enum StaleKey: Rule {
  static let name = "stale-key"
  static let severity = Severity.critical
  static let repair = RepairKind.createMirror

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    Explanation(
      clause: "no invoice bills this: the mirror ended, and afterwards the engine got the dead one "
        + "back, or ticked its list because of it",
      facts: narrator.wholeCase(narrator.caseOf(verdict)))
  }
}

/// The mirror was deleted, cancelled or has vanished; its key is still bound to it.
enum DeletedMirror: Rule {
  static let name = "deleted-mirror"
  static let severity = Severity.critical
  static let repair = RepairKind.createMirror

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    Explanation(
      clause:
        "no invoice bills this: the mirror was deleted, cancelled or has vanished; its key is "
        + "still bound to it, and a rerun would be swallowed",
      facts: narrator.wholeCase(narrator.caseOf(verdict)))
  }
}

/// All mirrors were credited.
enum CreditedMirror: Rule {
  static let name = "credited-mirror"
  static let severity = Severity.medium

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    return Explanation(
      clause: "the mirror was credited in full, and nothing bills this in its place",
      facts: narrator.wholeCase(c)
        + c.deadMirrors.flatMap { narrator.corrections(of: $0) })
  }
}

/// An attempt brought back the mirror of another received invoice.
enum SharedKey: Rule {
  static let name = "shared-key"
  static let severity = Severity.critical
  static let repair = RepairKind.createMirror

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let others = verdict.sentIDs.compactMap {
      c.matched.linkage.index.sentByID.first($0)
    }
    return Explanation(
      clause: "no invoice bills this: the engine got the mirror of another received invoice for it",
      facts: narrator.wholeCase(c) + others.map { .sent($0, .othersMirror) })
  }
}

/// Processed, and no mirror at all.
enum MissingMirror: Rule {
  static let name = "missing-mirror"
  static let severity = Severity.critical
  static let repair = RepairKind.createMirror

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    return MissingEvidence.explanation(
      "no invoice bills this, though it is marked processed", c, narrator)
  }
}

/// Not processed after the days of grace, and no mirror at all.
enum OverdueMirror: Rule {
  static let name = "overdue-mirror"
  static let severity = Severity.high
  static let repair = RepairKind.runEngine

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    return MissingEvidence.explanation(
      "no invoice bills this yet, \(c.age) days after its issue", c, narrator)
  }
}

/// Several live mirrors, made by retries of a create that had succeeded.
enum DuplicateAfterTimeout: Rule {
  static let name = "duplicate-after-timeout"
  static let severity = Severity.critical
  static let repair = RepairKind.cancelInvoice

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    return Explanation(
      clause: "\(c.liveCount) live mirrors bill this, as retries of a create leave them; "
        + narrator.keptAndSurplus(verdict),
      facts: narrator.wholeCase(c))
  }
}

/// Several live mirrors, and no sign of a timeout.
enum DuplicateMirror: Rule {
  static let name = "duplicate-mirror"
  static let severity = Severity.high
  static let repair = RepairKind.cancelInvoice

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    return Explanation(
      clause: "\(c.liveCount) live mirrors bill this, with no sign of a timeout; "
        + narrator.keptAndSurplus(verdict),
      facts: narrator.wholeCase(c))
  }
}

/// One live mirror, and the received invoice is not marked processed.
enum UnmarkedMirror: Rule {
  static let name = "unmarked-mirror"
  static let severity = Severity.high
  static let repair = RepairKind.markProcessed

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    Explanation(
      clause: "the mirror is there, but the invoice is not marked processed: the next run without "
        + "a key would bill it again",
      facts: narrator.wholeCase(narrator.caseOf(verdict)))
  }
}

extension Narrator {
  /// Which mirror is kept, and what the others bill too much.
  fileprivate func keptAndSurplus(_ verdict: Verdict) -> String {
    let kept = verdict.kept.map { string(books.sent.invoices.id[$0]) } ?? ""
    let surplus = verdict.sentIDs.map(string).joined(separator: ", ")
    let worth = money(verdict.effect, verdict.currency)
    let bill = verdict.sentIDs.count == 1 ? "bills" : "bill"
    return "\(kept) is kept, and \(surplus) \(bill) \(worth) too much"
  }

  /// The corrections on a sent invoice, by id.
  func corrections(of sent: Int) -> [Evidence] {
    var notes: [Int] = []
    matched.linkage.forEachCorrection(of: sent) { notes.append($0) }
    let ids = books.sent.invoices.id
    return notes.sorted { books.compareIDs(ids[$0], ids[$1]) < 0 }
      .map { .sent($0, .creditNote) }
  }
}
