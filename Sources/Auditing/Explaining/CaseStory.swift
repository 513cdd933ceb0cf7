package import Invoicing

/// All that the books know of one received invoice, and what every rule said of it and why.
package struct CaseStory: Equatable, Sendable {
  package var group: String
  package var takenAt: Moment
  package var receivedID: String
  package var supplier: String
  package var number: String
  /// Why no rule judged it; nil where it is in scope.
  package var outOfScope: OutOfScopeRow.Reason?
  /// The same in words; empty where it is in scope.
  package var whyOutOfScope = ""
  /// By time; what has none comes last.
  package var timeline: [TimelineEntry]
  /// The received invoice, its source, its mirrors, their corrections.
  package var invoices: [CaseInvoice]
  /// By the sent invoices' ids; the vanished ones last.
  package var links: [LinkStory]
  /// *Where is the mirror?* The rungs from the first on, of which one says yes; empty where it is
  /// out of scope, as the next two are.
  package var ladder: [RuleAnswer] = []
  /// The answers to the question whether the mirror is right.
  package var correctness: [RuleAnswer] = []
  package var ledgers: [RuleAnswer] = []
  /// What the case adds to the tie-out, by currency; empty where it is out of scope, or where
  /// nothing is expected and nothing mirrored.
  package var tieOut: [TieOutRow] = []

  /// The story of a received invoice; nil where the books have none with this id.
  package init?(
    of receivedID: String, in books: Books, _ settings: Settings = Settings()
  ) {
    guard let id = books.texts.find(receivedID), !id.isAbsent,
      let received = books.received.invoices.id.firstIndex(of: id)
    else { return nil }
    let matched = MatchedBooks(books, settings)
    let c = Case(matched, received)
    group = books.header.group
    takenAt = books.header.takenAt
    self.receivedID = receivedID
    supplier = books.string(books.received.supplier[received])
    number = books.string(books.received.invoices.number[received])
    timeline = Timeline(c).entries
    invoices = CaseInvoices.of(c)
    links = LinkWords.stories(of: c)
    if matched.isInScope[received] {
      judge(c)
    } else {
      (outOfScope, whyOutOfScope) = ScopeWords.reason(of: c)
    }
  }

  /// What was found, in the order of the rules' answers.
  package var findings: [Finding] { (ladder + correctness + ledgers).flatMap(\.findings) }

  /// The rung that holds; nil where it is out of scope.
  package var whereabouts: RuleAnswer? { ladder.first { $0.answer == .yes } }

  private mutating func judge(_ c: Case) {
    let place = Whereabouts(c)
    let hearing = Hearing(c, place)
    ladder = hearing.ladder
    correctness = hearing.correctness
    ledgers = hearing.ledgers
    tieOut = TieOut.share(of: c, place, hearing.verdicts)
  }
}
