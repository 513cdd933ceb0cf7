internal import Invoicing

/// Which received invoices are another one received twice (`received-twice` in `findings.md`).
enum Twins {
  /// For each received invoice the one that is kept in its place, or -1.
  ///
  /// Judged after step 2: of those with a live mirror, if none of all, the smallest id is kept.
  static func find(_ linkage: Linkage, _ numbers: ReceivedNumbers) -> [Int32] {
    let invoices = linkage.books.received.invoices
    var keptInstead = [Int32](repeating: -1, count: invoices.count)
    numbers.forEachSeveral { rows in
      let alike = rows.filter { isJudged($0, linkage) }
        .map { (content: Content(invoices, $0), row: $0) }.sorted { $0.content < $1.content }
      alike.forEachRun(
        where: { $0.content == $1.content },
        do: { twins in
          guard twins.count > 1, let kept = kept(of: twins.map(\.row), linkage) else { return }
          for twin in twins where twin.row != kept { keptInstead[twin.row] = Int32(kept) }
        })
    }
    return keptInstead
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
