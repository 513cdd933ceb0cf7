internal import Auditing
internal import EconomyAPI
internal import Invoicing
internal import Mirroring
internal import Sandbox

/// Knows what happened, and says what an auditor who sees only an extract must find.
///
/// It is written from `findings.md` and the sandbox's own books, and shares no code with
/// `Auditing`: of that it imports the shape of what is found alone.
struct Oracle {
  struct Verdict: Hashable, Comparable, CustomStringConvertible {
    var rule: String
    var receivedID = ""
    var sentIDs: [String] = []
    var effect: Int128 = 0
    var currency: String
    /// Of a gap: the numbers.
    var number = ""

    var description: String {
      "\(rule) \(receivedID) \(sentIDs.joined(separator: ";")) \(effect) \(currency) \(number)"
    }

    static func < (a: Self, b: Self) -> Bool { a.description < b.description }
  }

  struct TieOut: Hashable, Comparable {
    var currency: String
    var supplier: String
    var expected: Int128 = 0
    var mirrored: Int128 = 0

    static func < (a: Self, b: Self) -> Bool {
      (a.currency, a.supplier) < (b.currency, b.supplier)
    }
  }

  let now: Moment
  let received: [ReceivedTruth]
  let sources: [SourceTruth]
  let sent: [SentTruth]
  let attempts: [Attempt]
  /// The answered ones in the journal's order.
  let entriesInOrder: [Attempt]
  let ids: Set<String>
  /// By the sent invoice's id: the received invoice that it mirrors.
  var links: [String: String] = [:]
  /// The same of mirrors that are no more.
  var vanished: [String: String] = [:]
  var receivedTwice: Set<String> = []
  private(set) var verdicts: [Verdict] = []
  private(set) var seen: [String: String]

  init(_ world: World) {
    let books = world.books
    now = world.now
    let sources = SourceTruth.all(books)
    self.sources = sources
    received = ReceivedTruth.all(books, sources)
    sent = SentTruth.all(books)
    attempts = world.journal.attempts
    entriesInOrder = world.journal.lines.compactMap { line in
      guard case .answered(let attempt, _) = line.entry else { return nil }
      return attempt
    }
    ids = Set(received.map(\.id))
    seen = world.memory.seen
  }

  mutating func judge() {
    link()
    for one in received where one.isInScope { verdicts += judge(one) }
    verdicts += ledgerVerdicts()
    // A snapshot carries what was linked before; what flags or attempts alone name it reads anew.
    let carried = vanished.filter { seen[$0.key] != nil }
    seen = links.merging(carried) { link, _ in link }
  }

  var tieOut: [TieOut] {
    var rows: [String: TieOut] = [:]
    func add(_ currency: String, _ supplier: String, _ change: (inout TieOut) -> Void) {
      change(
        &rows["\(currency) \(supplier)", default: TieOut(currency: currency, supplier: supplier)])
    }
    for one in received where one.isInScope && !one.isCancelled && !isReceivedTwice(one) {
      add(one.currency, one.supplier) { $0.expected += Int128(one.gross) }
    }
    let suppliers = Dictionary(received.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    for (id, receivedID) in links {
      guard let mirror = sent(id), let one = suppliers[receivedID], one.isInScope else { continue }
      add(mirror.currency, one.supplier) { $0.mirrored += worth(of: mirror) }
    }
    for orphan in sent where isOrphan(orphan) {
      add(orphan.currency, "") { $0.mirrored += worth(of: orphan) }
    }
    return rows.values.sorted()
  }

  func sent(_ id: String) -> SentTruth? { sent.first { $0.id == id } }
}

extension Oracle.Verdict {
  init(_ record: FindingRecord) {
    self.init(
      rule: record.rule, receivedID: record.receivedID, sentIDs: record.sentIDs,
      effect: record.effect, currency: record.currency.code,
      number: record.rule == "number-gap" ? record.number : "")
  }
}

extension Oracle.TieOut {
  init(_ row: TieOutRow) {
    self.init(
      currency: row.currency.code, supplier: row.supplier, expected: row.expected,
      mirrored: row.mirrored)
  }
}
