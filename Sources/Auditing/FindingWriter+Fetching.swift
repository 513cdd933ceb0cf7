internal import Invoicing

extension FindingWriter {
  /// Reads what some findings will be told from: rows and texts stand anywhere in memory, and told
  /// one after the other each of them would be waited for; here no read waits for another.
  ///
  /// What it returns nobody needs; but what was read for it is at hand afterwards.
  ///
  /// - Parameters:
  ///   - received: the rows of the received invoices.
  ///   - sentIDs: the ids of the sent ones at fault.
  func fetch(_ received: [Int], _ sentIDs: [Text]) -> UInt32 {
    var texts = sentIDs
    var seen = fetch(received: received, &texts)
    let matched = narrator.matched
    let index = matched.linkage.index
    seen ^= fetch(sent: matched.mirrorsOfReceived.of(received), &texts)
    seen ^= fetch(attempts: index.attemptsOfReceived.of(received), &texts)
    let flags = received.map { Int(index.flagOfReceived[$0]) }.filter { $0 >= 0 }
    for row in received {
      seen ^= UInt32(truncatingIfNeeded: matched.vanished.ofReceived.range(row).lowerBound)
    }
    return seen ^ fetch(flags: flags, &texts) ^ narrator.books.texts.fetch(texts)
  }

  private func fetch(received rows: [Int], _ texts: inout [Text]) -> UInt32 {
    let received = narrator.books.received
    let sourceOf = narrator.matched.linkage.sourceOf
    let customers = narrator.books.source.customer
    for row in rows { texts.append(received.invoices.id[row]) }
    for row in rows { texts.append(received.invoices.number[row]) }
    for row in rows where sourceOf[row] >= 0 { texts.append(customers[Int(sourceOf[row])]) }
    var seen: UInt32 = 0
    for row in rows { seen ^= received.supplier[row].index }
    for row in rows { seen ^= received.invoices.row[row] }
    for row in rows { seen ^= UInt32(bitPattern: received.invoices.issueDate[row].days) }
    for row in rows { seen ^= UInt32(truncatingIfNeeded: received.invoices.gross[row]) }
    for row in rows { seen ^= UInt32(received.invoices.currency[row].ordinal) }
    for row in rows { seen ^= UInt32(received.status[row].rawValue) }
    return seen
  }

  private func fetch(sent rows: [Int], _ texts: inout [Text]) -> UInt32 {
    let sent = narrator.books.sent
    let links = narrator.matched.linkage.links
    for row in rows { texts.append(sent.invoices.id[row]) }
    var seen: UInt32 = 0
    for row in rows { seen ^= sent.invoices.row[row] }
    for row in rows { seen ^= UInt32(bitPattern: sent.invoices.issueDate[row].days) }
    for row in rows { seen ^= UInt32(sent.status[row].rawValue) }
    for row in rows { seen ^= narrator.matched.isLive[row] ? 1 : 0 }
    for row in rows { seen ^= UInt32(truncatingIfNeeded: sent.createdAt[row]?.microseconds ?? 0) }
    for row in rows { seen ^= UInt32(truncatingIfNeeded: sent.endedAt[row]?.microseconds ?? 0) }
    for row in rows { seen ^= UInt32(bitPattern: links[row]?.sent ?? 0) }
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
