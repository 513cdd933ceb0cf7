internal import Invoicing

/// Which sent invoice mirrors which received one, while it is being found out.
///
/// Invariants: a sent invoice has one link at most and is then no orphan; the chain of a received
/// invoice holds the sent invoices linked to it.
struct Linkage: Sendable {
  let books: Books
  let index: BooksIndex
  let scope: Scope
  /// The source of each received invoice, or -1.
  let sourceOf: [Int32]
  /// For each source whether there is a received invoice of its supplier, number and kind.
  let isReceived: [Bool]
  /// The link of each sent invoice, where it has one.
  private(set) var links: [Link?]
  /// Whether a sent invoice says that it mirrors one that is not there.
  private(set) var isOrphan: [Bool]
  /// Whether a credit note, neither deleted nor cancelled, names a sent invoice.
  let isNamedByNote: [Bool]
  /// Those credit notes, by the id of the sent invoice that they name.
  private let notesOfCredited: RowsByText
  /// Nobody needs it; but what is read for it is at hand afterwards.
  var fetched: UInt32 = 0
  private var firstMirror: [Int32]
  private var nextMirror: [Int32]

  init(_ books: Books, _ numbers: ReceivedNumbers) {
    self.books = books
    scope = Scope(books)
    index = BooksIndex(books)
    let sources = SourceChoice(books, numbers)
    sourceOf = sources.sourceOf
    isReceived = sources.isReceived
    let notes = (0..<books.sent.count).filter { Self.isStandingNote($0, books.sent) }
    let credits = books.sent.credits
    notesOfCredited = RowsByText(
      asked: TextSet(texts: books.texts.count, notes.lazy.map { credits[$0] }), credits
    ) { Self.isStandingNote($0, books.sent) }
    var isNamedByNote = [Bool](repeating: false, count: books.sent.count)
    for note in notes {
      if let sent = index.sentByID.first(credits[note]) { isNamedByNote[sent] = true }
    }
    self.isNamedByNote = isNamedByNote
    links = Array(repeating: nil, count: books.sent.count)
    isOrphan = Array(repeating: false, count: books.sent.count)
    firstMirror = Array(repeating: -1, count: books.received.count)
    nextMirror = Array(repeating: -1, count: books.sent.count)
  }

  /// Whether it is a credit note that names what it credits, neither deleted nor cancelled.
  private static func isStandingNote(_ row: Int, _ sent: SentColumns) -> Bool {
    guard sent.credits[row].index != 0, sent.invoices.kind[row] == .creditNote else { return false }
    return sent.status[row] != .deleted && sent.status[row] != .cancelled
  }

  mutating func link(
    _ sent: Int, to received: Int, _ step: LinkStep, _ field: LinkField, _ value: Text
  ) {
    links[sent] = Link(sent: sent, received: received, step: step, field: field, value: value)
    nextMirror[sent] = firstMirror[received]
    firstMirror[received] = Int32(sent)
  }

  mutating func markOrphan(_ sent: Int) { isOrphan[sent] = true }

  /// Whether a step may still link it.
  func isFree(_ sent: Int) -> Bool { links[sent] == nil && !isOrphan[sent] }

  /// Whether it is a credit note that names what it credits: it can mirror credit notes only.
  func isCorrectingNote(_ sent: Int) -> Bool {
    books.sent.credits[sent].index != 0 && books.sent.invoices.kind[sent] == .creditNote
  }

  /// Whether kind, currency, gross and, where there is a source, its customer are the same.
  func agree(sent: Int, received: Int) -> Bool {
    guard books.sent.invoices.gross[sent] == books.received.invoices.gross[received],
      books.sent.invoices.currency[sent] == books.received.invoices.currency[received],
      books.sent.invoices.kind[sent] == books.received.invoices.kind[received]
    else { return false }
    let source = sourceOf[received]
    return source < 0 || books.source.customer[Int(source)] == books.sent.customer[sent]
  }

  func isInScope(received: Int) -> Bool {
    scope.isCompany(books.received.supplier[received])
      && !scope.precedesCover(books.received.invoices.issueDate[received])
  }

  /// Whether a flag names an invoice that is not there, and the books may only begin too late.
  func ignoresPointer(ofFlag flag: Int) -> Bool {
    let named = books.flags.mirrorID[flag]
    return !named.isAbsent && index.sentByID.first(named) == nil
      && !scope.judgesPointer(of: books.flags.processedAt[flag]?.date)
  }

  /// The sent invoice that an attempt names; absent where it is not there and the books may only
  /// begin too late.
  func sentID(ofAttempt attempt: Int) -> Text {
    let id = books.attempts.sentID[attempt]
    guard !id.isAbsent, index.sentByID.first(id) == nil,
      !scope.judgesPointer(of: books.attempts.attemptedAt[attempt].date)
    else { return id }
    return .absent
  }

  /// Whether a mirror of a received invoice is live by the links made so far.
  func hasLiveMirror(received: Int) -> Bool {
    var sent = firstMirror[received]
    while sent >= 0 {
      if isLive(sent: Int(sent)) { return true }
      sent = nextMirror[Int(sent)]
    }
    return false
  }

  /// Whether a sent invoice is live by the links made so far (`findings.md`, Dead or alive).
  func isLive(sent: Int) -> Bool {
    switch books.sent.status[sent] {
    case .deleted, .cancelled: return false
    case .credited: if !isNamedByNote[sent] { return false }
    case .draft, .booked, .sent, .paid: if !isNamedByNote[sent] { return true }
    }
    let corrections = self.corrections(of: sent)
    guard corrections.count > 0 else { return true }
    let gross = Int128(books.sent.invoices.gross[sent])
    return gross != 0 && (gross + corrections.sum).signum() == gross.signum()
  }

  /// How many corrections a sent invoice has, and their sum in minor units.
  func corrections(of sent: Int) -> (count: Int, sum: Int128) {
    var count = 0
    var sum: Int128 = 0
    forEachCorrection(of: sent) { note in
      count += 1
      sum += Int128(books.sent.invoices.gross[note])
    }
    return (count, sum)
  }

  /// Calls with each credit note that corrects a sent invoice.
  func forEachCorrection(of sent: Int, _ body: (Int) -> Void) {
    if !isNamedByNote[sent] { return }
    for note in notesOfCredited.of(books.sent.invoices.id[sent]) {
      let note = Int(note)
      if links[note] == nil,
        books.sent.invoices.currency[note] == books.sent.invoices.currency[sent]
      {
        body(note)
      }
    }
  }

  /// Whether a live sent invoice looks credited to who reads it and the credit notes on it alone.
  ///
  /// They reach its gross and say of nothing that they mirror it; by the links one of them mirrors
  /// a supplier's own credit note.
  func looksCredited(sent: Int) -> Bool {
    if !isNamedByNote[sent] { return false }
    let ledger = books.sent
    var count = 0
    var sum: Int128 = 0
    for note in notesOfCredited.of(ledger.invoices.id[sent]) {
      let note = Int(note)
      let stated = ledger.mirrorOf[note]
      if stated.isAbsent || stated == ledger.mirrorOf[sent],
        ledger.invoices.currency[note] == ledger.invoices.currency[sent]
      {
        count += 1
        sum += Int128(ledger.invoices.gross[note])
      }
    }
    let gross = Int128(ledger.invoices.gross[sent])
    return count > 0 && (gross == 0 || (gross + sum).signum() != gross.signum())
  }

  /// What a sent invoice is worth by the links made so far, in minor units.
  func worth(sent: Int) -> Int128 {
    let gross = Int128(books.sent.invoices.gross[sent])
    let status = books.sent.status[sent]
    let isVoid = status == .deleted || status == .cancelled
    let worth = (isVoid ? 0 : gross) + corrections(of: sent).sum
    if isLive(sent: sent) { return worth }
    return worth.signum() != gross.signum() ? worth : 0
  }
}
