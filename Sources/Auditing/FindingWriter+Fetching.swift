internal import Invoicing

/// What findings are told from is read some findings at a time: rows and texts stand anywhere in
/// memory, and told one after the other each of them would be waited for; here no read waits for
/// another.
///
/// Nobody needs what these functions return; but what was read for it is at hand afterwards.
extension FindingWriter {
  /// Reads what some findings are explained and named from.
  ///
  /// - Parameters:
  ///   - rows: of the received invoices.
  ///   - sentIDs: of the sent ones at fault.
  func fetch(_ rows: [Int], _ sentIDs: [Text]) -> UInt32 {
    var texts = sentIDs
    let matched = narrator.matched
    let index = matched.linkage.index
    var seen = fetch(received: rows, &texts)
    let mirrors = matched.mirrorsOfReceived.of(rows)
    for row in mirrors { seen ^= matched.isLive[row] ? 1 : 0 }
    for row in mirrors { seen ^= UInt32(bitPattern: matched.linkage.links[row]?.sent ?? 0) }
    for row in mirrors { seen ^= UInt32(narrator.books.sent.status[row].rawValue) }
    for row in index.attemptsOfReceived.of(rows) { seen ^= UInt32(truncatingIfNeeded: row) }
    let flags = rows.map { Int(index.flagOfReceived[$0]) }
    for flag in flags where flag >= 0 { seen ^= narrator.books.flags.mirrorID[flag].index }
    for row in rows {
      seen ^= UInt32(truncatingIfNeeded: matched.vanished.ofReceived.range(row).lowerBound)
    }
    return seen ^ narrator.books.texts.fetch(texts)
  }

  /// Reads what evidence is told from.
  func fetch(_ evidence: some Sequence<Evidence>) -> UInt32 {
    var (received, sent, sources, flags, attempts) = ([Int](), [Int](), [Int](), [Int](), [Int]())
    for evidence in evidence {
      switch evidence {
      case .received(let row): received.append(row)
      case .sent(let row, _): sent.append(row)
      case .source(let row): sources.append(row)
      case .flag(let row): flags.append(row)
      case .attempt(let row): attempts.append(row)
      case .vanished, .line, .attachment: break
      }
    }
    var texts: [Text] = []
    var seen = fetch(narrator.books.received.invoices, received, &texts)
    seen ^= fetch(sent: sent, &texts)
    seen ^= fetch(narrator.books.source.invoices, sources, &texts)
    seen ^= fetch(attempts: attempts, &texts)
    return seen ^ fetch(flags: flags, &texts) ^ narrator.books.texts.fetch(texts)
  }

  private func fetch(received rows: [Int], _ texts: inout [Text]) -> UInt32 {
    let received = narrator.books.received
    let sourceOf = narrator.matched.linkage.sourceOf
    let customers = narrator.books.source.customer
    for row in rows { texts.append(received.invoices.number[row]) }
    for row in rows where sourceOf[row] >= 0 { texts.append(customers[Int(sourceOf[row])]) }
    var seen = fetch(received.invoices, rows, &texts)
    for row in rows { seen ^= received.supplier[row].index }
    for row in rows { seen ^= UInt32(truncatingIfNeeded: received.invoices.gross[row]) }
    for row in rows { seen ^= UInt32(received.invoices.currency[row].ordinal) }
    for row in rows { seen ^= UInt32(received.status[row].rawValue) }
    return seen
  }

  private func fetch(
    _ invoices: InvoiceColumns, _ rows: [Int], _ texts: inout [Text]
  ) -> UInt32 {
    for row in rows { texts.append(invoices.id[row]) }
    var seen: UInt32 = 0
    for row in rows { seen ^= invoices.row[row] }
    for row in rows { seen ^= UInt32(bitPattern: invoices.issueDate[row].days) }
    return seen
  }

  private func fetch(sent rows: [Int], _ texts: inout [Text]) -> UInt32 {
    let sent = narrator.books.sent
    var seen = fetch(sent.invoices, rows, &texts)
    for row in rows { seen ^= UInt32(sent.status[row].rawValue) }
    for row in rows { seen ^= UInt32(truncatingIfNeeded: sent.createdAt[row]?.microseconds ?? 0) }
    for row in rows { seen ^= UInt32(truncatingIfNeeded: sent.endedAt[row]?.microseconds ?? 0) }
    return seen
  }

  private func fetch(attempts rows: [Int], _ texts: inout [Text]) -> UInt32 {
    let attempts = narrator.books.attempts
    for row in rows { texts.append(attempts.idempotencyKey[row]) }
    for row in rows { texts.append(attempts.sentID[row]) }
    var seen: UInt32 = 0
    for row in rows { seen ^= attempts.row[row] }
    for row in rows { seen ^= UInt32(attempts.outcome[row].rawValue) }
    for row in rows {
      seen ^= UInt32(truncatingIfNeeded: attempts.attemptedAt[row].microseconds)
    }
    return seen
  }

  private func fetch(flags rows: [Int], _ texts: inout [Text]) -> UInt32 {
    let flags = narrator.books.flags
    for row in rows { texts.append(flags.mirrorID[row]) }
    var seen: UInt32 = 0
    for row in rows { seen ^= flags.row[row] }
    for row in rows { seen ^= flags.processed[row] ? 1 : 0 }
    for row in rows {
      seen ^= UInt32(truncatingIfNeeded: flags.processedAt[row]?.microseconds ?? 0)
    }
    return seen
  }
}
