internal import Invoicing

/// Steps 3 and 5: links by content, where nothing names the mirror.
enum ContentMatching {
  private typealias Pair = (received: Int, sent: Int)

  /// Step 3: pairs what is free, as many as can be; gives the received invoices that are
  /// ambiguous, each with one that fits as well and fared otherwise.
  static func link(_ linkage: inout Linkage, keptInstead: [Int32]) -> [Int: Int] {
    let found = pairs(linkage, keptInstead)
    for pair in found.pairs {
      linkage.link(pair.sent, to: pair.received, .content, .content, .absent)
    }
    return found.ambiguous
  }

  /// Step 5: what is still free and fits an invoice that has a mirror is a further one.
  static func linkFurther(_ linkage: inout Linkage, keptInstead: [Int32]) {
    for pair in furtherPairs(linkage, keptInstead) {
      linkage.link(pair.sent, to: pair.received, .furtherMirror, .content, .absent)
    }
  }

  private static func pairs(
    _ linkage: Linkage, _ keptInstead: [Int32]
  ) -> (pairs: [Pair], ambiguous: [Int: Int]) {
    let sent = linkage.isOrphan.indices.filter { linkage.isFree($0) && linkage.isLive(sent: $0) }
    let received = candidates(linkage, keptInstead, like: sent) {
      !linkage.hasLiveMirror(received: $0)
    }
    var pairs: [Pair] = []
    var ambiguous: [Int: Int] = [:]
    forEachBucket(received, sent, linkage.books) { received, sent in
      // Where there is one of each, there is nothing to choose.
      if received.count == 1, sent.count == 1 {
        if isPossible(received[0], sent[0], linkage) { pairs.append((received[0], sent[0])) }
        return
      }
      let found = ContentBucket(received: received, sent: sent, linkage).pair()
      pairs += found.pairs
      ambiguous.merge(found.ambiguous) { first, _ in first }
    }
    return (pairs, ambiguous)
  }

  private static func furtherPairs(_ linkage: Linkage, _ keptInstead: [Int32]) -> [Pair] {
    let sent = linkage.isOrphan.indices.filter {
      linkage.isFree($0) && !linkage.isCorrectingNote($0) && linkage.isLive(sent: $0)
    }
    let received = candidates(linkage, keptInstead, like: sent) {
      linkage.hasLiveMirror(received: $0)
    }
    var pairs: [Pair] = []
    forEachBucket(received, sent, linkage.books) { received, sent in
      for further in sent {
        if let nearest = nearest(to: further, received, linkage) {
          pairs.append((nearest, further))
        }
      }
    }
    return pairs
  }

  /// Received invoices to be mirrored, of what may be a content of the sent invoices.
  private static func candidates(
    _ linkage: Linkage, _ keptInstead: [Int32], like sent: [Int], where isOpen: (Int) -> Bool
  ) -> [Int] {
    if sent.isEmpty { return [] }
    let filter = ContentFilter(linkage.books.sent.invoices, sent)
    let received = linkage.books.received
    let (invoices, status) = (received.invoices, received.status)
    return status.indices.filter { row in
      filter.mayHave(invoices, row) && status[row] != .cancelled && keptInstead[row] < 0
        && linkage.isInScope(received: row) && isOpen(row)
    }
  }

  /// Whether the sent invoice can be the mirror of the received one.
  private static func isPossible(_ received: Int, _ sent: Int, _ linkage: Linkage) -> Bool {
    let books = linkage.books
    let days = books.sent.invoices.issueDate[sent].days(
      since: books.received.invoices.issueDate[received])
    return ContentBucket.window.contains(days) && linkage.agree(sent: sent, received: received)
  }

  private static func nearest(to sent: Int, _ received: [Int], _ linkage: Linkage) -> Int? {
    let dates = linkage.books.received.invoices.issueDate
    var best: Int?
    for row in received where isPossible(row, sent, linkage) {
      // Rows run by date, then id: a later date is nearer, the first of a date has the smallest id.
      if let best, dates[best] == dates[row] { continue }
      best = row
    }
    return best
  }

  /// Calls with the rows of each content that both sides have, each side by date, then id.
  private static func forEachBucket(
    _ received: [Int], _ sent: [Int], _ books: Books, _ body: ([Int], [Int]) -> Void
  ) {
    let left = ContentRow.sorted(received, books.received.invoices, books)
    let right = ContentRow.sorted(sent, books.sent.invoices, books)
    var next = 0
    left.forEachRun(
      where: { $0.content == $1.content },
      do: { bucket in
        let content = bucket[bucket.startIndex].content
        while next < right.count, right[next].content < content { next += 1 }
        let start = next
        while next < right.count, right[next].content == content { next += 1 }
        if start < next {
          body(bucket.map { Int($0.row) }, right[start..<next].map { Int($0.row) })
        }
      })
  }
}
