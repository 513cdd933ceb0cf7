internal import Invoicing

/// Steps 3 and 5: links by content, where nothing names the mirror.
enum ContentMatching {
  /// Step 3: pairs what is free, as many as can be; gives the received invoices that are
  /// ambiguous, each with one that fits as well and fared otherwise.
  static func link(_ linkage: inout Linkage, keptInstead: [Int32]) -> [Int: Int] {
    let sent = linkage.books.sent.invoices.id.indices.filter {
      linkage.isFree($0) && linkage.isLive(sent: $0)
    }
    if sent.isEmpty { return [:] }
    let received = candidates(linkage, keptInstead, like: sent) {
      !linkage.hasLiveMirror(received: $0)
    }
    var pairs: [(received: Int, sent: Int)] = []
    var ambiguous: [Int: Int] = [:]
    forEachBucket(received, sent, linkage) { received, sent in
      let found = ContentBucket(received: received, sent: sent, linkage).pair()
      pairs += found.pairs
      ambiguous.merge(found.ambiguous) { first, _ in first }
    }
    for pair in pairs {
      linkage.link(pair.sent, to: pair.received, .content, .content, .absent)
    }
    return ambiguous
  }

  /// Step 5: what is still free and fits an invoice that has a mirror is a further one.
  static func linkFurther(_ linkage: inout Linkage, keptInstead: [Int32]) {
    let sent = linkage.books.sent.invoices.id.indices.filter {
      linkage.isFree($0) && !linkage.isCorrectingNote($0) && linkage.isLive(sent: $0)
    }
    if sent.isEmpty { return }
    let received = candidates(linkage, keptInstead, like: sent) {
      linkage.hasLiveMirror(received: $0)
    }
    var links: [(received: Int, sent: Int)] = []
    forEachBucket(received, sent, linkage) { received, sent in
      for further in sent {
        if let nearest = nearest(to: further, received, linkage) {
          links.append((nearest, further))
        }
      }
    }
    for link in links {
      linkage.link(link.sent, to: link.received, .furtherMirror, .content, .absent)
    }
  }

  /// Received invoices to be mirrored, of a content that one of the sent invoices has.
  private static func candidates(
    _ linkage: Linkage, _ keptInstead: [Int32], like sent: [Int], where isOpen: (Int) -> Bool
  ) -> [Int] {
    let contents = Set(sent.map { Content(linkage.books.sent.invoices, $0) })
    let books = linkage.books
    return books.received.status.indices.filter { row in
      books.received.status[row] != .cancelled && keptInstead[row] < 0
        && contents.contains(Content(books.received.invoices, row))
        && linkage.isInScope(received: row) && isOpen(row)
    }
  }

  private static func nearest(to sent: Int, _ received: [Int], _ linkage: Linkage) -> Int? {
    let invoices = linkage.books.received.invoices
    let date = linkage.books.sent.invoices.issueDate[sent]
    var best: Int?
    for row in received {
      let days = date.days(since: invoices.issueDate[row])
      guard ContentBucket.window.contains(days), linkage.agree(sent: sent, received: row) else {
        continue
      }
      // Rows run by date, then id: a later date is nearer, the first of a date has the smallest id.
      if let best, invoices.issueDate[best] == invoices.issueDate[row] { continue }
      best = row
    }
    return best
  }

  /// Calls with the rows of each content that both sides have, each side by date, then id.
  private static func forEachBucket(
    _ received: [Int], _ sent: [Int], _ linkage: Linkage, _ body: ([Int], [Int]) -> Void
  ) {
    let books = linkage.books
    let left = sorted(received, books.received.invoices, books)
    let right = sorted(sent, books.sent.invoices, books)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let a = Content(books.received.invoices, left[i])
      let b = Content(books.sent.invoices, right[j])
      if a < b {
        i += 1
      } else if b < a {
        j += 1
      } else {
        let iEnd = left[i...].firstIndex { Content(books.received.invoices, $0) != a } ?? left.count
        let jEnd = right[j...].firstIndex { Content(books.sent.invoices, $0) != a } ?? right.count
        body(Array(left[i..<iEnd]), Array(right[j..<jEnd]))
        (i, j) = (iEnd, jEnd)
      }
    }
  }

  private static func sorted(_ rows: [Int], _ invoices: InvoiceColumns, _ books: Books) -> [Int] {
    rows.sorted { a, b in
      let (first, second) = (Content(invoices, a), Content(invoices, b))
      if first != second { return first < second }
      if invoices.issueDate[a] != invoices.issueDate[b] {
        return invoices.issueDate[a] < invoices.issueDate[b]
      }
      return books.compareIDs(invoices.id[a], invoices.id[b]) < 0
    }
  }
}
