/// What a rule found, as a clause of an action's reason.
enum RuleWords {
  static func clause(_ rule: String) -> String {
    clauses[rule] ?? "the report tells it"
  }

  private static let clauses = [
    "mirror-of-cancelled": "the received invoice is cancelled and still billed on",
    "received-twice": "the same invoice was received twice",
    "stale-key": "its mirror ended, and the old key brought the dead one back",
    "deleted-mirror": "its mirror was deleted, cancelled or has vanished",
    "credited-mirror": "its mirror was credited in full, and nobody says whether on purpose",
    "shared-key": "the engine got the mirror of another invoice for it",
    "missing-mirror": "it is marked processed and was never billed",
    "overdue-mirror": "it waits for its mirror beyond the days of grace",
    "duplicate-after-timeout": "it is billed more than once, as retries leave it",
    "duplicate-mirror": "it is billed more than once, with no sign of a timeout",
    "unmarked-mirror": "it is billed and not marked processed",
    "unsent-mirror": "its mirror is still a draft",
    "partly-credited": "part of its mirror was credited, and nobody says why",
    "wrong-customer": "its mirror goes to another customer than its source",
    "wrong-currency": "its mirror is in another currency",
    "unbilled-expense": "lines that the engine skips are not on its mirror",
    "missing-lines": "lines are missing on its mirror",
    "wrong-amount": "its mirror has another amount",
    "wrong-vat": "its mirror has another VAT",
    "missing-attachment": "receipts are missing on its mirror",
    "wrong-link": "its flag names no live mirror of it",
    "key-reused": "its key brought a live mirror back long after the retry window; harmless while "
      + "it lives",
    "over-credited": "a dead mirror was credited beyond what it billed",
    "orphan-mirror": "a live invoice says that it mirrors one that is not there",
    "source-missing": "its supplier's own books do not have it",
    "source-differs": "its supplier's own books say otherwise, and one of the two is wrong",
    "never-received": "a supplier issued it and the group never received it",
    "number-gap": "numbers are missing in a series",
    "arithmetic-error": "net, VAT and rounding do not add up to its gross",
    "ambiguous-match": "nothing tells which of several invoices was mirrored",
  ]
}
