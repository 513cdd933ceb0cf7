internal import Invoicing

/// Which received invoices are another one received twice (`received-twice` in `findings.md`).
enum Twins {
  /// For each received invoice the one that is kept in its place, or -1.
  ///
  /// Judged after step 2: of those with a live mirror, if none of all, the smallest id is kept.
  static func find(_ linkage: Linkage) -> [Int32] {
    let books = linkage.books
    var keptInstead = [Int32](repeating: -1, count: books.received.count)
    var isSeen = [Bool](repeating: false, count: books.received.count)
    for first in 0..<books.received.count where !isSeen[first] {
      let twins = self.twins(of: first, linkage)
      guard twins.count > 1 else { continue }
      for twin in twins { isSeen[twin] = true }
      guard let kept = kept(of: twins, linkage) else { continue }
      for twin in twins where twin != kept { keptInstead[twin] = Int32(kept) }
    }
    return keptInstead
  }

  private static func twins(of first: Int, _ linkage: Linkage) -> [Int] {
    guard linkage.index.receivedBySupplierAndNumber.following(first) != nil,
      isJudged(first, linkage)
    else { return [] }
    let received = linkage.books.received
    let chains = linkage.index.receivedBySupplierAndNumber
    var twins = [first]
    var next = chains.following(first)
    while let row = next {
      next = chains.following(row)
      if received.invoices.kind[row] == received.invoices.kind[first],
        received.invoices.gross[row] == received.invoices.gross[first],
        received.invoices.currency[row] == received.invoices.currency[first],
        isJudged(row, linkage)
      {
        twins.append(row)
      }
    }
    return twins
  }

  private static func isJudged(_ row: Int, _ linkage: Linkage) -> Bool {
    linkage.books.received.status[row] != .cancelled && linkage.isInScope(received: row)
  }

  private static func kept(of twins: [Int], _ linkage: Linkage) -> Int? {
    let ids = linkage.books.received.invoices.id
    let mirrored = twins.filter { linkage.hasLiveMirror(received: $0) }
    return (mirrored.isEmpty ? twins : mirrored).min {
      linkage.books.compareIDs(ids[$0], ids[$1]) < 0
    }
  }
}
