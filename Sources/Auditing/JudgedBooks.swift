package import Invoicing

/// The books as the rules saw them, for whoever acts on what they found.
package final class JudgedBooks: Sendable {
  package let books: Books
  let matched: MatchedBooks
  private let passingNotes: PassingNotes
  private let linesOfSource: RowGroups
  private let unclaimed: [Party: [Int]]

  private struct Party: Hashable {
    let customer: Text
    let currency: Currency
    let net: Int64
  }

  package init(_ books: Books, _ settings: Settings) {
    let matched = MatchedBooks(books, settings)
    self.books = books
    self.matched = matched
    passingNotes = PassingNotes(matched)
    linesOfSource = MatchedBooks.lines(
      of: .source, books.source.count,
      RowPlaces(books.source.invoices.id), books)
    let sent = books.sent
    let free = (0..<sent.count).filter {
      matched.isLive[$0] && matched.linkage.isFree($0) && !matched.linkage.isCorrectingNote($0)
    }
    unclaimed = Dictionary(grouping: free) {
      Party(
        customer: sent.customer[$0], currency: sent.invoices.currency[$0],
        net: sent.invoices.net[$0])
    }
  }

  /// The place of a received invoice; nil: there is none of this id.
  package func received(_ id: Text) -> Int? { matched.linkage.index.receivedByID.first(id) }

  /// The place of a sent invoice; nil: there is none of this id.
  package func sent(_ id: Text) -> Int? { matched.linkage.index.sentByID.first(id) }

  /// All that the books know of one received invoice in scope.
  package func caseFacts(received: Int) -> CaseFacts { CaseFacts(Case(matched, received)) }

  /// By which step a sent invoice was linked; nil: it mirrors nothing.
  package func linkStep(sent: Int) -> LinkStep? { matched.linkage.links[sent]?.step }

  /// The received invoice that a sent one mirrors; nil: it mirrors nothing.
  package func receivedInvoice(mirroredBy sent: Int) -> Int? {
    matched.linkage.links[sent].map { Int($0.received) }
  }

  /// A received credit note that the credit note made on a sent invoice, on this day or later,
  /// would pass for the mirror of; nil: there is none.
  ///
  /// By `findings.md` it is one whose number stands in the reference, which a credit note repeats,
  /// now or once that has no other live mirror; or one without a live mirror that says the same and
  /// is not older than ten days. What was credited lives on then.
  package func receivedCreditNote(takingNoteOn sent: Int, from day: CalendarDate) -> Int? {
    passingNotes.first(sent, from: day)
  }

  /// Whether a live sent invoice looks credited to an engine, which knows no links: a credit note
  /// on it mirrors a supplier's own.
  package func looksCredited(sent: Int) -> Bool { matched.linkage.looksCredited(sent: sent) }

  /// Whether a credit note, neither deleted nor cancelled, names a sent invoice.
  package func isNamedByCreditNote(sent: Int) -> Bool { matched.linkage.isNamedByNote[sent] }

  /// The lines of a source, by their number.
  package func lines(ofSource row: Int) -> [Int] { linesOfSource.of(row).map(Int.init) }

  /// The lines of a sent invoice, by their number.
  package func lines(ofSent row: Int) -> [Int] { matched.linesOfSent.of(row).map(Int.init) }

  /// Live sent invoices that nobody claimed, of this customer, currency and net, at whatever date,
  /// by id.
  package func unclaimed(customer: Text, currency: Currency, net: Int64) -> [Int] {
    let rows = unclaimed[Party(customer: customer, currency: currency, net: net)] ?? []
    let ids = books.sent.invoices.id
    return rows.sorted { books.compareIDs(ids[$0], ids[$1]) < 0 }
  }
}
