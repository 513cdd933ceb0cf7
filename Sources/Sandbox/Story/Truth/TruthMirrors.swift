internal import EconomyAPI
internal import Invoicing

/// Which invoice of the group is whose mirror.
///
/// The log says for whom a create was meant. Of one that somebody made by hand and that names
/// nothing, its reference says it, or nobody can, and it counts for the first that it fits.
struct TruthMirrors: Sendable {
  /// By received id.
  private(set) var cases: [TruthCase] = []
  /// Live invoices that were meant for an id that no received invoice has.
  private(set) var orphans: [ClientInvoice] = []
  /// Received ids that one nameless invoice fits equally.
  private(set) var ambiguous: [Int64] = []
  private var places: [String: Int] = [:]

  /// - Throws: `.unmade`, `.lost`.
  init(_ books: TruthBooks) throws(TruthFault) {
    for received in books.group.supplierInvoices.items(books.group.supplierInvoices.ids) {
      guard let one = TruthCase(received, books) else { continue }
      places[one.name] = cases.count
      cases.append(one)
    }
    for id in books.history.makers.keys.sorted() {
      guard books.sent(id) != nil || books.history.deletions[id] != nil else { throw .lost(id) }
    }
    var nameless: [ClientInvoice] = []
    for id in books.group.clientInvoices.ids {
      guard let invoice = books.sent(id) else { continue }
      guard let maker = books.history.makers[id] else { throw .unmade(id) }
      if invoice.debitInvoiceNumber != nil { continue }
      guard let received = maker.meantFor else {
        nameless.append(invoice)
        continue
      }
      if let place = places[received] {
        add(invoice, to: place, books)
      } else if books.isLive(invoice) {
        orphans.append(invoice)
      }
    }
    for place in cases.indices {
      cases[place].deleted = books.history.made(for: cases[place].name)
        .filter { books.history.deletions[$0] != nil }
    }
    markSeconds(books)
    for invoice in nameless where !claim(invoice, books) { fit(invoice, books) }
  }

  private mutating func add(_ invoice: ClientInvoice, to place: Int, _ books: TruthBooks) {
    if books.isLive(invoice) {
      cases[place].live.append(invoice)
    } else {
      cases[place].credited.append(invoice)
    }
  }

  /// Whether its reference names the number of a received invoice that it agrees with.
  private mutating func claim(_ invoice: ClientInvoice, _ books: TruthBooks) -> Bool {
    let words = (invoice.yourReference ?? "").split(separator: " ").map(String.init)
    let place = cases.firstIndex { one in
      words.contains(one.received.referenceNumber ?? "") && agrees(invoice, one, books)
    }
    guard let place else { return false }
    add(invoice, to: place, books)
    return true
  }

  /// Gives it to the first that has no mirror, agrees, and was issued in the ten days before.
  private mutating func fit(_ invoice: ClientInvoice, _ books: TruthBooks) {
    guard books.isLive(invoice), let date = invoice.invoiceDate else { return }
    let fitting = cases.indices.filter { place in
      let one = cases[place]
      guard !one.isCancelled, !one.isSecond, one.live.isEmpty, agrees(invoice, one, books),
        let issued = one.received.invoiceDate
      else { return false }
      return (0...10).contains(date.days(since: issued))
    }
    let first = fitting.min { a, b in
      let (dateA, dateB) = (cases[a].received.invoiceDate, cases[b].received.invoiceDate)
      return dateA == dateB ? cases[a].id < cases[b].id : (dateA ?? date) < (dateB ?? date)
    }
    guard let first else { return }
    let alike = fitting.filter {
      cases[$0].received.invoiceDate == cases[first].received.invoiceDate
    }
    if alike.count > 1 { ambiguous += alike.map { cases[$0].id } }
    add(invoice, to: first, books)
  }

  private func agrees(_ invoice: ClientInvoice, _ one: TruthCase, _ books: TruthBooks) -> Bool {
    books.gross(invoice) == one.gross && invoice.currency == one.received.currency
      && (one.source == nil || one.customer(books) == invoice.clientID)
  }

  /// What stands twice on the list: the first with a live mirror is kept, else the first.
  private mutating func markSeconds(_ books: TruthBooks) {
    var same: [[String]: [Int]] = [:]
    for (place, one) in cases.enumerated() where !one.isCancelled {
      let key = [
        one.supplier, one.received.referenceNumber ?? "", "\(one.gross)", one.currency.code,
      ]
      same[key, default: []].append(place)
    }
    for places in same.values where places.count > 1 {
      let kept = places.first { !cases[$0].live.isEmpty } ?? places[0]
      for place in places where place != kept { cases[place].isSecond = true }
    }
  }
}
