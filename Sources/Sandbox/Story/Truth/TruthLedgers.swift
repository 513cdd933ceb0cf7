internal import EconomyAPI
internal import Invoicing

/// What is wrong with the books as a whole: orphans, sources, numbers.
struct TruthLedgers: Sendable {
  private(set) var findings: [TrueFinding] = []
  let orphans: [ClientInvoice]

  init(_ books: TruthBooks, _ mirrors: TruthMirrors, today: CalendarDate) {
    orphans = mirrors.orphans
    for orphan in orphans {
      add(
        "orphan-mirror", "", [orphan.id ?? 0], books.worth(orphan), books.currency(orphan.currency))
    }
    for one in mirrors.cases where !one.isCancelled && !one.isSecond { judgeSource(one, books) }
    for id in mirrors.ambiguous {
      add("ambiguous-match", "\(id)", [], 0, mirrors.cases.first { $0.id == id }?.currency)
    }
    judgeNeverReceived(books, mirrors, today)
    judgeNumbers(books)
  }

  private mutating func judgeSource(_ one: TruthCase, _ books: TruthBooks) {
    guard let source = one.source else {
      add("source-missing", one.name, [], 0, one.currency)
      return
    }
    let totals = books.totals(source)
    let isSame =
      Int128(totals?.gross ?? 0) == one.gross && totals?.vat == one.received.vat
      && source.currency == one.received.currency
    if !isSame || source.disabled == true || source.certified != true {
      add("source-differs", one.name, [], 0, one.currency)
    }
  }

  /// What a company billed the group long enough ago, and nobody registered.
  private mutating func judgeNeverReceived(
    _ books: TruthBooks, _ mirrors: TruthMirrors, _ today: CalendarDate
  ) {
    for (supplier, company) in books.companies.sorted(by: { $0.value < $1.value }) {
      let name = books.group.suppliers[supplier]?.name
      let known = Set(
        mirrors.cases.filter { $0.supplier == name }.map { $0.received.referenceNumber })
      guard let sources = books.machine.companies[company]?.clientInvoices else { continue }
      for source in sources.items(sources.ids).map(\.invoice) {
        guard source.certified == true, source.disabled != true,
          !known.contains(source.invoiceNumber), let date = source.invoiceDate,
          today.days(since: date) > TruthVerdict.grace
        else { continue }
        add("never-received", "", [], 0, books.currency(source.currency))
      }
    }
  }

  /// Numbers went with the certified invoices that were deleted: a gap for each run of them.
  private mutating func judgeNumbers(_ books: TruthBooks) {
    let gone = Set(
      books.history.deletions.values.compactMap { $0.deleted?.invoiceNumber.flatMap { Int($0) } })
    var currencies: [Int: Currency] = [:]
    for id in books.group.clientInvoices.ids {
      guard let invoice = books.sent(id), let number = invoice.invoiceNumber.flatMap({ Int($0) })
      else { continue }
      currencies[number] = books.currency(invoice.currency)
    }
    for number in gone.sorted() where !gone.contains(number - 1) {
      var next = number
      while gone.contains(next) { next += 1 }
      guard currencies[number - 1] != nil, let currency = currencies[next] else { continue }
      add("number-gap", "", [], 0, currency)
    }
  }

  private mutating func add(
    _ rule: String, _ received: String, _ sent: [Int64], _ effect: Int128, _ currency: Currency?
  ) {
    guard let currency else { return }
    findings.append(TrueFinding(rule, received, sent, Money(effect, currency)))
  }
}
