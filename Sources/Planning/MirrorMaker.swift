internal import Auditing
internal import Invoicing
internal import RepairPlans

/// Says what the mirror of a received invoice must be, or why a machine cannot say it.
struct MirrorMaker {
  struct Made {
    let mirror: PlannedMirror
    /// Lines of kinds that the engine cannot mirror.
    let skipped: [InvoiceLine]
  }

  struct Reason: Error {
    let words: String
    var touched: [TouchedInvoice] = []
  }

  private let judged: JudgedBooks
  private let facts: CaseFacts
  private let received: ReceivedInvoice
  private let settings: Settings

  private var books: Books { judged.books }

  init(
    _ judged: JudgedBooks, _ facts: CaseFacts, _ received: ReceivedInvoice, _ settings: Settings
  ) {
    self.judged = judged
    self.facts = facts
    self.received = received
    self.settings = settings
  }

  /// The mirror, given that these are dead.
  func mirror(dead: [String]) -> Result<Made, Reason> {
    guard let source = facts.source else {
      return .failure(Reason(words: "no source says which customer it is for"))
    }
    if let alike = lookAlikes(source) { return .failure(alike) }
    if let named = namedAndNobodys { return .failure(named) }
    return lines(source).map { lines in
      let billed = PlannedLines.renumbered(
        lines.filter { !settings.skippedKinds.contains($0.kind) })
      let sum = PlannedLines.sum(billed, received.gross.currency)
      return Made(
        mirror: PlannedMirror(
          receivedID: received.id, customer: books.string(books.source.customer[source]),
          kind: received.kind, net: sum.net, vat: sum.vat, gross: sum.gross,
          paymentDays: received.dueDate.map { $0.days(since: received.issueDate) },
          deliveryMonth: String(received.issueDate.description.prefix(7)),
          supplier: received.supplier, number: received.number, lines: billed,
          attachments: PlannedMirror.files(facts.attachments.map(books.attachment)),
          deadMirrors: dead, key: IntentKey.key(receivedID: received.id, dead: dead)),
        skipped: lines.filter { settings.skippedKinds.contains($0.kind) })
    }.flatMap { made in
      made.mirror.lines.isEmpty
        ? .failure(Reason(words: "all of its lines are of kinds that cannot be mirrored"))
        : .success(made)
    }
  }

  /// Somebody may have billed it by hand, at whatever date.
  private func lookAlikes(_ source: Int) -> Reason? {
    let alike = judged.unclaimed(
      customer: books.source.customer[source], currency: received.gross.currency,
      net: books.received.invoices.net[facts.received])
    guard !alike.isEmpty else { return nil }
    let invoices = alike.map(books.sentInvoice)
    let names = Words.list(invoices.prefix(3).map(Words.sent))
    let more = invoices.count > 3 ? " and \(invoices.count - 3) more" : ""
    return Reason(
      words: "somebody may have billed it by hand: nobody claims \(names)\(more)",
      touched: invoices.map { TouchedInvoice(sent: $0, .keep) })
  }

  /// What its flag or an attempt names may be its mirror, whatever it says.
  private var namedAndNobodys: Reason? {
    let rows = facts.namedAndNotIts.filter { judged.receivedInvoice(mirroredBy: $0) == nil }
    guard !rows.isEmpty else { return nil }
    let invoices = rows.map(books.sentInvoice)
    return Reason(
      words: "its flag or an attempt names \(Words.list(invoices.map(Words.sent))), which lives, "
        + "and whose mirror it is nobody knows",
      touched: invoices.map { TouchedInvoice(sent: $0, .keep) })
  }

  /// Its own lines, else its source's, else one line of all of it; they come to its amounts.
  private func lines(_ source: Int) -> Result<[InvoiceLine], Reason> {
    let currency = received.gross.currency
    let own = books.invoiceLines(facts.lines, currency)
    let lines = own.isEmpty ? books.invoiceLines(judged.lines(ofSource: source), currency) : own
    guard !lines.isEmpty else { return wholeLine }
    let sum = PlannedLines.sum(lines, currency)
    guard sum.net == received.net else {
      return .failure(
        Reason(
          words: "its lines come to \(Words.money(sum.net)) net, and it says "
            + Words.money(received.net)))
    }
    guard isTolerated(sum.vat, received.vat) else {
      return .failure(
        Reason(
          words: "VAT on its lines comes to \(Words.money(sum.vat)), and it says "
            + Words.money(received.vat)))
    }
    return .success(lines.map(PlannedLines.priced))
  }

  private var wholeLine: Result<[InvoiceLine], Reason> {
    guard let rate = PlannedLines.rate(net: received.net, vat: received.vat) else {
      return .failure(
        Reason(words: "its lines are not known, and its VAT is of no one rate"))
    }
    let line = InvoiceLine(
      line: 1, kind: .service,
      description: "\(received.supplier), \(received.number)", quantity: nil, unitPrice: nil,
      vatRate: rate, net: received.net)
    return .success([PlannedLines.priced(line)])
  }

  private func isTolerated(_ a: Money, _ b: Money) -> Bool {
    (a.minorUnits - b.minorUnits).magnitude <= Int128(settings.amountTolerance).magnitude
  }
}
