internal import EconomyAPI
internal import Invoicing

/// What is wrong with one received invoice, told by what happened to it.
struct TruthVerdict: Sendable {
  private(set) var findings: [TrueFinding] = []
  private(set) var isPending = false
  /// What of the kept mirror's difference no rule explains.
  private(set) var tolerated: Int128 = 0
  private let one: TruthCase
  private let books: TruthBooks
  private let today: CalendarDate

  /// Days after which a mirror is due, and a draft is to be sent.
  static let grace = 7
  /// A retry comes within these microseconds.
  private static let retryWindow: Int64 = 15 * 60 * 1_000_000

  init(_ one: TruthCase, _ books: TruthBooks, today: CalendarDate) {
    self.one = one
    self.books = books
    self.today = today
    if one.isCancelled {
      surplus("mirror-of-cancelled", one.live)
    } else if one.isSecond {
      surplus("received-twice", one.live, always: true)
    } else if let kept = one.kept(books) {
      judgeLive(kept)
    } else {
      judgeMissing()
    }
    for mirror in one.credited where books.worth(mirror) != 0 {
      add("over-credited", [mirror], books.worth(mirror), mirror.currency)
    }
  }

  private mutating func judgeMissing() {
    let gross = -one.gross
    if !one.deleted.isEmpty {
      add(cameBack ? "stale-key" : "deleted-mirror", ids: one.deleted, gross)
    } else if !one.credited.isEmpty {
      add("credited-mirror", ids: one.credited.compactMap(\.id), gross)
    } else if !strangers.isEmpty {
      add("shared-key", ids: strangers, gross)
    } else if one.isProcessed(books) {
      add("missing-mirror", ids: [], gross)
    } else if age(one.received.invoiceDate) > Self.grace {
      add("overdue-mirror", ids: [], gross)
    } else {
      isPending = true
    }
  }

  /// Whether the engine got a mirror back that had been deleted before.
  private var cameBack: Bool {
    books.history.answers(for: one.name).contains { id, event in
      guard let deletion = books.history.deletions[id] else { return false }
      return event.number > deletion.number
    }
  }

  /// Invoices that the engine got for this one, and that were made for another.
  private var strangers: [Int64] {
    let got = books.history.answers(for: one.name).map(\.id)
    return Set(got).filter { books.history.makers[$0]?.meantFor != one.name }.sorted()
  }

  private mutating func judgeLive(_ kept: ClientInvoice) {
    let others = one.live.filter { $0.id != kept.id }
    if !others.isEmpty {
      let tries = books.history.tries[one.name] ?? []
      let timedOut = tries.contains { $0.delivery == .never || $0.delivery == .reset }
      surplus(timedOut ? "duplicate-after-timeout" : "duplicate-mirror", others)
    } else if !one.isProcessed(books) {
      add("unmarked-mirror", [kept], 0)
    }
    if kept.certified != true, age(kept.created?.date) > Self.grace {
      add("unsent-mirror", [kept], 0)
    }
    if let corrections = books.corrections(kept) {
      add("partly-credited", [kept], corrections, kept.currency)
    }
    if one.source != nil, one.customer(books) != kept.clientID { add("wrong-customer", [kept], 0) }
    judgeAmounts(kept)
    judgeEvidence(kept)
  }

  private mutating func judgeAmounts(_ kept: ClientInvoice) {
    guard kept.currency == one.received.currency else {
      add("wrong-currency", [kept], -one.gross)
      add("wrong-currency", [kept], books.gross(kept), kept.currency)
      return
    }
    guard let difference = TruthDifference(one, kept, books) else { return }
    if difference.mileage.gross != 0 {
      add("unbilled-expense", [kept], -difference.mileage.gross)
    }
    if difference.missing.gross != 0 { add("missing-lines", [kept], -difference.missing.gross) }
    if difference.net != 0 {
      add("wrong-amount", [kept], difference.gross)
    } else if difference.vat.magnitude > UInt128(difference.linesAside) {
      add("wrong-vat", [kept], difference.gross)
    } else {
      tolerated = difference.gross
    }
  }

  private mutating func judgeEvidence(_ kept: ClientInvoice) {
    let wanted = TruthDifference.receipts(one).map(\.data)
    let there = (kept.files ?? []).map(\.data)
    if wanted.contains(where: { !there.contains($0) }) { add("missing-attachment", [kept], 0) }
    let flagged = one.received.clientInvoiceIDs?.first
    if let flagged, !one.live.contains(where: { $0.id == flagged }) {
      add("wrong-link", ids: [flagged], 0)
    }
    let reused = one.live.compactMap(\.id).filter(isReused)
    if !reused.isEmpty { add("key-reused", ids: reused, 0) }
  }

  /// Whether the same invoice was answered again when no retry could be meant.
  private func isReused(_ id: Int64) -> Bool {
    let moments = books.history.answers(for: one.name).filter { $0.id == id }
      .map(\.event.at.microseconds)
    guard let first = moments.min(), let last = moments.max() else { return false }
    return last - first > Self.retryWindow
  }

  private func age(_ date: CalendarDate?) -> Int { date.map(today.days(since:)) ?? 0 }

  /// One finding for each currency that the mirrors have.
  private mutating func surplus(
    _ rule: String, _ mirrors: [ClientInvoice], always: Bool = false
  ) {
    for currency in Set(mirrors.map(\.currency)).sorted(by: { ($0 ?? "") < ($1 ?? "") }) {
      let atFault = mirrors.filter { $0.currency == currency }
      add(rule, atFault, atFault.reduce(0) { $0 + books.worth($1) }, currency)
    }
    if mirrors.isEmpty, always { add(rule, ids: [], 0) }
  }

  private mutating func add(
    _ rule: String, _ mirrors: [ClientInvoice], _ effect: Int128, _ currency: String? = nil
  ) {
    add(rule, ids: mirrors.compactMap(\.id), effect, currency)
  }

  private mutating func add(
    _ rule: String, ids: [Int64], _ effect: Int128, _ currency: String? = nil
  ) {
    let money = Money(effect, books.currency(currency) ?? one.currency)
    findings.append(TrueFinding(rule, one.name, ids.sorted(), money))
  }
}
