internal import Invoicing

extension Narrator {
  /// Adds a fact and its words to a cause; every id and moment of its fields is said there.
  func tell(_ evidence: Evidence, in told: inout ToldFindings) {
    let start = told.causes.end
    let first = told.fields.count
    let origin: Fact.Origin
    switch evidence {
    case .received(let row): origin = tell(received: row, &told)
    case .sent(let row, let part): origin = tell(sent: row, as: part, &told)
    case .source(let row): origin = tell(source: row, &told)
    case .flag(let row): origin = tell(flag: row, &told)
    case .attempt(let row): origin = tell(attempt: row, &told)
    case .vanished(let mirror): origin = tell(vanished: mirror, &told)
    case .line(let row): origin = tell(line: row, &told)
    case .attachment(let row): origin = tell(attachment: row, &told)
    }
    told.facts.append(
      ToldFindings.Evidence(
        origin: origin, fields: first..<told.fields.count, phrase: start..<told.causes.end))
  }

  private func tell(received row: Int, _ told: inout ToldFindings) -> Fact.Origin {
    told.causes.add("received invoice ")
    told.field(.id, said: told.causes.add(books.received.invoices.id[row], of: books))
    told.field(.status, unsaid: told.texts.add(books.received.status[row].word))
    told.causes.add(" of ")
    told.field(.issueDate, said: told.causes.add(books.received.invoices.issueDate[row]))
    return .row(.received, books.received.invoices.row[row])
  }

  private func tell(
    sent row: Int, as part: SentPart, _ told: inout ToldFindings
  ) -> Fact.Origin {
    let number = sayPart(part, row, &told)
    told.causes.add(" ")
    let id = told.causes.add(books.sent.invoices.id[row], of: books)
    told.causes.add(" of ")
    let issued = told.causes.add(books.sent.invoices.issueDate[row])
    told.causes.add(" (")
    let status = told.causes.add(books.sent.status[row].word)
    told.field(.id, said: id)
    told.field(.status, said: status)
    told.field(.issueDate, said: issued)
    if let created = books.sent.createdAt[row] {
      told.causes.add(", created ")
      told.field(.createdAt, said: told.causes.add(created))
    }
    if let ended = books.sent.endedAt[row] {
      told.causes.add(", ended ")
      told.field(.endedAt, said: told.causes.add(ended))
    }
    told.causes.add(")")
    if let number { told.field(.number, said: number) }
    if case .orphan = part {
      told.field(.mirrorOf, unsaid: told.texts.add(books.sent.mirrorOf[row], of: books))
    }
    return .row(.sent, books.sent.invoices.row[row])
  }

  /// Says what part the invoice has; returns where its number is said, if it is.
  private func sayPart(_ part: SentPart, _ row: Int, _ told: inout ToldFindings) -> Range<Int>? {
    switch part {
    case .mirror: told.causes.add("mirror")
    case .creditNote: told.causes.add("credit note")
    case .sentInvoice, .orphan: told.causes.add("sent invoice")
    case .othersMirror: told.causes.add("another's mirror")
    case .named: told.causes.add("the invoice named,")
    case .nearest(let field):
      told.causes.add("not claimed by any, and denied by its ")
      told.causes.add(field)
      told.causes.add(", the nearest invoice")
    case .neighbour:
      told.causes.add("number ")
      let number = told.causes.add(books.sent.invoices.number[row], of: books)
      told.causes.add(" is sent invoice")
      return number
    }
    return nil
  }

  private func tell(source row: Int, _ told: inout ToldFindings) -> Fact.Origin {
    told.causes.add("source ")
    let id = told.causes.add(books.source.invoices.id[row], of: books)
    told.causes.add(" of ")
    let issued = told.causes.add(books.source.invoices.issueDate[row])
    told.causes.add(" (")
    let status = told.causes.add(books.source.status[row].word)
    told.causes.add(", for ")
    let customer = told.causes.add(books.source.customer[row], of: books)
    told.causes.add(")")
    told.field(.id, said: id)
    told.field(.status, said: status)
    told.field(.issueDate, said: issued)
    told.field(.customer, said: customer)
    return .row(.source, books.source.invoices.row[row])
  }

  private func tell(flag row: Int, _ told: inout ToldFindings) -> Fact.Origin {
    let isProcessed = books.flags.processed[row]
    told.field(.processed, unsaid: told.texts.add(isProcessed ? "true" : "false"))
    told.causes.add(isProcessed ? "marked processed" : "a flag that is not set")
    if let at = books.flags.processedAt[row] {
      told.causes.add(" at ")
      told.field(.processedAt, said: told.causes.add(at))
    }
    if !books.flags.mirrorID[row].isAbsent {
      told.causes.add(", naming ")
      told.field(.mirrorID, said: told.causes.add(books.flags.mirrorID[row], of: books))
    }
    return .row(.processed, books.flags.row[row])
  }

  private func tell(attempt row: Int, _ told: inout ToldFindings) -> Fact.Origin {
    let outcome = books.attempts.outcome[row]
    told.causes.add("a try at ")
    told.field(.attemptedAt, said: told.causes.add(books.attempts.attemptedAt[row]))
    told.field(.outcome, unsaid: told.texts.add(outcome.word))
    if books.attempts.idempotencyKey[row].isAbsent {
      told.causes.add(" without a key")
    } else {
      told.causes.add(" with key ")
      let key = told.causes.add(books.attempts.idempotencyKey[row], of: books)
      told.field(.idempotencyKey, said: key)
    }
    told.causes.add(Self.words(for: outcome))
    if !books.attempts.sentID[row].isAbsent {
      told.causes.add(" ")
      told.field(.sentID, said: told.causes.add(books.attempts.sentID[row], of: books))
    }
    return .row(.attempts, books.attempts.row[row])
  }

  private static func words(for outcome: AttemptOutcome) -> StaticString {
    switch outcome {
    case .created: " created"
    case .replayed: " brought back"
    case .timeout: " timed out"
    case .failed: " failed"
    case .conflict: " met a conflict"
    }
  }

  private func tell(
    vanished mirror: VanishedMirrors.Mirror, _ told: inout ToldFindings
  ) -> Fact.Origin {
    told.causes.add("mirror ")
    told.field(.id, said: told.causes.add(mirror.id, of: books))
    told.causes.add(", which is not in sent.csv")
    if mirror.remembered >= 0 {
      told.causes.add(" (last seen ")
      let seen = told.causes.add(books.vanished.lastSeen[Int(mirror.remembered)])
      told.field(.lastSeen, said: seen)
      told.causes.add(")")
    }
    return .vanished
  }

  private func tell(line row: Int, _ told: inout ToldFindings) -> Fact.Origin {
    let currency = books.lines.currency[row] ?? books.received.invoices.currency[0]
    told.causes.add("line ")
    told.field(.line, said: told.causes.add(books.lines.line[row], of: books))
    told.causes.add(", ")
    told.field(.kind, said: told.causes.add(books.lines.kind[row].word))
    told.causes.add(" '")
    told.field(.description, said: told.causes.add(books.lines.description[row], of: books))
    told.causes.add("', net ")
    told.field(.net, said: told.causes.add(Int128(books.lines.net[row]), currency))
    return .row(.lines, books.lines.row[row])
  }

  private func tell(attachment row: Int, _ told: inout ToldFindings) -> Fact.Origin {
    told.causes.add("receipt ")
    told.field(.name, said: told.causes.add(books.attachments.name[row], of: books))
    told.causes.add(" (sha256 ")
    told.field(.sha256, said: told.causes.add(books.attachments.sha256[row], of: books))
    told.causes.add(")")
    return .row(.attachments, books.attachments.row[row])
  }
}
