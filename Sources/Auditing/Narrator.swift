internal import Invoicing

/// Turns rows of the books into facts and words.
struct Narrator: Sendable {
  let matched: MatchedBooks
  let unclaimed: UnclaimedInvoices

  init(_ matched: MatchedBooks) {
    self.matched = matched
    unclaimed = UnclaimedInvoices(matched)
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

  func received(_ row: Int) -> Fact {
    let id = string(books.received.invoices.id[row])
    let issued = books.received.invoices.issueDate[row].description
    return Fact(
      origin: .row(.received, books.received.invoices.row[row]),
      fields: [
        .init(.id, id),
        .init(.status, books.received.status[row].name),
        .init(.issueDate, issued),
      ],
      phrase: "received invoice \(id) of \(issued)")
  }

  /// A sent invoice in its part of what happened: `mirror`, `credit note`.
  func sent(_ row: Int, as part: String = "mirror") -> Fact {
    let id = string(books.sent.invoices.id[row])
    let status = books.sent.status[row].name
    let issued = books.sent.invoices.issueDate[row].description
    var fields: [Fact.Field] = [
      .init(.id, id), .init(.status, status),
      .init(.issueDate, issued),
    ]
    var phrase = part + " " + id + " of " + issued + " (" + status
    if let created = books.sent.createdAt[row]?.description {
      fields.append(.init(.createdAt, created))
      phrase += ", created " + created
    }
    if let ended = books.sent.endedAt[row]?.description {
      fields.append(.init(.endedAt, ended))
      phrase += ", ended " + ended
    }
    phrase += ")"
    return Fact(
      origin: .row(.sent, books.sent.invoices.row[row]), fields: fields, phrase: phrase)
  }

  func source(_ row: Int) -> Fact {
    let id = string(books.source.invoices.id[row])
    let status = books.source.status[row].name
    let issued = books.source.invoices.issueDate[row].description
    let customer = string(books.source.customer[row])
    return Fact(
      origin: .row(.source, books.source.invoices.row[row]),
      fields: [
        .init(.id, id), .init(.status, status),
        .init(.issueDate, issued), .init(.customer, customer),
      ],
      phrase: "source \(id) of \(issued) (\(status), for \(customer))")
  }

  func flag(_ row: Int) -> Fact {
    var fields: [Fact.Field] = [
      .init(.processed, books.flags.processed[row] ? "true" : "false")
    ]
    var phrase = books.flags.processed[row] ? "marked processed" : "a flag that is not set"
    if let at = books.flags.processedAt[row]?.description {
      fields.append(.init(.processedAt, at))
      phrase += " at " + at
    }
    if !books.flags.mirrorID[row].isAbsent {
      let id = string(books.flags.mirrorID[row])
      fields.append(.init(.mirrorID, id))
      phrase += ", naming " + id
    }
    return Fact(origin: .row(.processed, books.flags.row[row]), fields: fields, phrase: phrase)
  }

  func attempt(_ row: Int) -> Fact {
    let at = books.attempts.attemptedAt[row].description
    var fields: [Fact.Field] = [
      .init(.attemptedAt, at),
      .init(.outcome, books.attempts.outcome[row].name),
    ]
    var phrase = "a try at " + at
    if books.attempts.idempotencyKey[row].isAbsent {
      phrase += " without a key"
    } else {
      let key = string(books.attempts.idempotencyKey[row])
      fields.append(.init(.idempotencyKey, key))
      phrase += " with key " + key
    }
    phrase += Self.words(for: books.attempts.outcome[row])
    if !books.attempts.sentID[row].isAbsent {
      let id = string(books.attempts.sentID[row])
      fields.append(.init(.sentID, id))
      phrase += " " + id
    }
    return Fact(origin: .row(.attempts, books.attempts.row[row]), fields: fields, phrase: phrase)
  }

  private static func words(for outcome: AttemptOutcome) -> String {
    switch outcome {
    case .created: " created"
    case .replayed: " brought back"
    case .timeout: " timed out"
    case .failed: " failed"
    case .conflict: " met a conflict"
    }
  }

  func vanished(_ mirror: VanishedMirrors.Mirror) -> Fact {
    let id = string(mirror.id)
    var fields: [Fact.Field] = [.init(.id, id)]
    var phrase = "mirror \(id), which is not in sent.csv"
    if mirror.remembered >= 0 {
      let seen = books.vanished.lastSeen[Int(mirror.remembered)].description
      fields.append(.init(.lastSeen, seen))
      phrase += " (last seen \(seen))"
    }
    return Fact(origin: .vanished, fields: fields, phrase: phrase)
  }

  func line(_ row: Int) -> Fact {
    let net = Money(
      Int128(books.lines.net[row]), books.lines.currency[row] ?? books.received.invoices.currency[0]
    )
    let line = string(books.lines.line[row])
    let description = string(books.lines.description[row])
    return Fact(
      origin: .row(.lines, books.lines.row[row]),
      fields: [
        .init(.line, line),
        .init(.kind, books.lines.kind[row].name),
        .init(.description, description),
        .init(.net, net.decimal),
      ],
      phrase: "line \(line), \(books.lines.kind[row].name) '\(description)', net \(net.decimal)")
  }

  func attachment(_ row: Int) -> Fact {
    let name = string(books.attachments.name[row])
    let digest = string(books.attachments.sha256[row])
    return Fact(
      origin: .row(.attachments, books.attachments.row[row]),
      fields: [.init(.name, name), .init(.sha256, digest)],
      phrase: "receipt \(name) (sha256 \(digest))")
  }

  /// The invoice itself, its mirrors, live, dead and vanished, its attempts and its flag.
  func wholeCase(_ c: Case) -> [Fact] {
    var facts = [received(c.received)]
    facts += c.mirrors.map { sent(Int($0)) }
    facts += c.vanished.map { vanished($0) }
    facts += c.attempts.map { attempt(Int($0)) }
    if let flag = c.flag { facts.append(self.flag(flag)) }
    return facts
  }

  /// The invoice and its mirror, and the source where it matters.
  func mirrorAndInvoice(_ c: Case, withSource: Bool = false) -> [Fact] {
    var facts = [received(c.received)]
    if let kept = c.kept { facts.append(sent(kept)) }
    if withSource, let source = c.source { facts.append(self.source(source)) }
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
