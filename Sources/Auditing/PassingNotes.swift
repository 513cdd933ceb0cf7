internal import Invoicing

/// Credit notes on sent invoices that would pass for mirrors of what suppliers credited.
///
/// A sent credit note with `credits` can mirror a received credit note (`findings.md`, Links); it
/// corrects nothing then, and the invoice that it credits is as live as before.
struct PassingNotes: Sendable {
  private struct Amount: Hashable, Sendable {
    let currency: Currency
    let gross: Int64
  }

  private let matched: MatchedBooks
  /// Received credit notes, each list by id.
  private let byAmount: [Amount: [Int]]
  private let byNumber: [Text: [Int]]

  init(_ matched: MatchedBooks) {
    self.matched = matched
    let received = matched.books.received.invoices
    let notes = (0..<matched.books.received.count).filter { received.kind[$0] == .creditNote }
      .sorted { matched.books.compareIDs(received.id[$0], received.id[$1]) < 0 }
    byAmount = Dictionary(grouping: notes) {
      Amount(currency: received.currency[$0], gross: received.gross[$0])
    }
    byNumber = Dictionary(grouping: notes) { received.number[$0] }
  }

  /// The received credit note that would take the one on a sent invoice, made on this day or
  /// later.
  ///
  /// One that its reference names waits for as long as that has another mirror.
  func first(_ sent: Int, from day: CalendarDate) -> Int? {
    named(sent) ?? alike(sent, from: day)
  }

  /// One whose number stands in its reference: of several the one with the smallest id.
  private func named(_ sent: Int) -> Int? {
    let books = matched.books
    let reference = books.sent.reference[sent]
    if reference.isAbsent { return nil }
    let texts = books.texts
    let bytes = texts.bytes(of: reference)
    var rows: [Int] = []
    ReferenceWords.forEach(bytes) { word in
      guard let number = texts.find(bytes.extracting(word)) else { return }
      rows += byNumber[number] ?? []
    }
    return rows.min { isBefore($0, $1) }
  }

  /// One that says the same, has no live mirror, and is near enough in time.
  private func alike(_ sent: Int, from day: CalendarDate) -> Int? {
    let received = matched.books.received
    let invoices = matched.books.sent.invoices
    let amount = Amount(currency: invoices.currency[sent], gross: 0 &- invoices.gross[sent])
    return byAmount[amount]?.first { row in
      matched.isInScope[row] && received.status[row] != .cancelled
        && matched.keptInstead[row] < 0 && agrees(sent, row)
        && day.days(since: received.invoices.issueDate[row]) <= 10
        && !hasMirrorBeside(sent, row)
    }
  }

  /// Whether the credit note on all of a sent invoice agrees with a received one.
  private func agrees(_ sent: Int, _ received: Int) -> Bool {
    let books = matched.books
    let (a, b) = (books.sent.invoices, books.received.invoices)
    guard b.kind[received] == .creditNote, a.currency[sent] == b.currency[received],
      Int128(a.gross[sent]) == -Int128(b.gross[received])
    else { return false }
    let source = matched.linkage.sourceOf[received]
    return source < 0 || books.source.customer[Int(source)] == books.sent.customer[sent]
  }

  /// Whether a received invoice has a live mirror besides this one.
  private func hasMirrorBeside(_ sent: Int, _ received: Int) -> Bool {
    matched.mirrorsOfReceived.of(received).contains {
      Int($0) != sent && matched.isLive[Int($0)]
    }
  }

  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    let ids = matched.books.received.invoices.id
    return matched.books.compareIDs(ids[a], ids[b]) < 0
  }
}
