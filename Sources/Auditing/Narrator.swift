internal import Invoicing

/// Finds the evidence of a finding in the books, and turns it into words.
struct Narrator: Sendable {
  let matched: MatchedBooks
  let unclaimed: UnclaimedInvoices

  /// - Parameter unclaimed: those of the books, where they have been found.
  init(_ matched: MatchedBooks, _ unclaimed: UnclaimedInvoices? = nil) {
    self.matched = matched
    self.unclaimed = unclaimed ?? UnclaimedInvoices(matched)
  }

  var books: Books { matched.books }

  func string(_ text: Text) -> String { books.string(text) }

  func money(_ amount: Int128, _ currency: Currency) -> String {
    "\(Money(amount, currency).decimal) \(currency.code)"
  }

  func gross(sent: Int) -> String {
    money(Int128(books.sent.invoices.gross[sent]), books.sent.invoices.currency[sent])
  }

  func gross(received: Int) -> String {
    money(
      Int128(books.received.invoices.gross[received]),
      books.received.invoices.currency[received])
  }

  /// The invoice itself, its mirrors, live, dead and vanished, its attempts and its flag.
  func wholeCase(_ c: Case) -> [Evidence] {
    var facts = [Evidence.received(c.received)]
    for mirror in c.mirrors { facts.append(.sent(Int(mirror), .mirror)) }
    if c.hasVanished { facts += c.vanished.map { .vanished($0) } }
    for attempt in c.attempts { facts.append(.attempt(Int(attempt))) }
    if let flag = c.flag { facts.append(.flag(flag)) }
    return facts
  }

  /// The invoice and its mirror, and the source where it matters.
  func mirrorAndInvoice(_ c: Case, withSource: Bool = false) -> [Evidence] {
    var facts = [Evidence.received(c.received)]
    if let kept = c.kept { facts.append(.sent(kept, .mirror)) }
    if withSource, let source = c.source { facts.append(.source(source)) }
    return facts
  }

  /// The case of a verdict, which has one.
  func caseOf(_ verdict: Verdict) -> Case {
    guard let received = verdict.received else {
      preconditionFailure("a case rule's verdict has its case")
    }
    return Case(matched, received)
  }
}
