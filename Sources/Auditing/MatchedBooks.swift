internal import Cores
internal import Invoicing

/// The books with every sent invoice linked or left alone, as the rules read them.
///
/// A class, so that a case is an index and a reference.
final class MatchedBooks: Sendable {
  let books: Books
  let settings: Settings
  let linkage: Linkage
  let vanished: VanishedMirrors
  /// Whether each sent invoice is live.
  let isLive: [Bool]
  /// The mirrors of each received invoice, live and dead, by id.
  let mirrorsOfReceived: RowGroups
  /// The received invoice that is kept in place of one received twice, or -1.
  let keptInstead: [Int32]
  /// Received invoices of which nothing tells which was mirrored, by place, each with the place of
  /// one that fits as well: an unpaired one where it is paired, a paired one where it is not.
  let ambiguous: [Int: Int]
  let linesOfReceived: RowGroups
  let linesOfSent: RowGroups
  let isInScope: [Bool]
  /// By text: whether this supplier has any row in `source.csv`.
  let suppliersWithSource: [Bool]
  let gaps: [SeriesGap]
  let attachmentsOfReceived: RowGroups
  let attachmentsOfSent: RowGroups

  init(_ books: Books, _ settings: Settings) {
    let (linked, gaps) = Pieces.both {
      Linked(books)
    } _: {
      SeriesGap.find(books)
    }
    let linkage = linked.linkage
    self.books = books
    self.settings = settings
    keptInstead = linked.keptInstead
    ambiguous = linked.ambiguous
    (mirrorsOfReceived, vanished) = Pieces.both {
      Self.mirrors(linkage)
    } _: {
      VanishedMirrors(linkage)
    }
    isLive = (0..<books.sent.count).map { linkage.isLive(sent: $0) }
    linesOfReceived = Self.lines(
      of: .received, books.received.count, linkage.index.receivedByID, books)
    linesOfSent = Self.lines(of: .sent, books.sent.count, linkage.index.sentByID, books)
    attachmentsOfReceived = Self.attachments(
      of: .received, books.received.count, linkage.index.receivedByID, books)
    attachmentsOfSent = Self.attachments(of: .sent, books.sent.count, linkage.index.sentByID, books)
    isInScope = (0..<books.received.count).map { linkage.isInScope(received: $0) }
    var withSource = [Bool](repeating: false, count: books.texts.count)
    for supplier in books.source.supplier { withSource[Int(supplier.index)] = true }
    suppliersWithSource = withSource
    self.gaps = gaps
    self.linkage = linkage
  }

  /// What a sent invoice is worth, in minor units (`findings.md`, Dead or alive).
  func worth(sent: Int) -> Int128 {
    if linkage.isNamedByNote[sent] { return linkage.worth(sent: sent) }
    return isLive[sent] ? Int128(books.sent.invoices.gross[sent]) : 0
  }

  /// The case that a sent invoice is linked to, if it is one.
  func caseOf(sent: Int) -> Case? {
    guard let link = linkage.links[sent], isInScope[Int(link.received)] else { return nil }
    return Case(self, Int(link.received))
  }

  /// The cases of some sources, by source; of several the one with the smallest id.
  func smallestReceived(ofSources isAsked: [Bool]) -> [Int: Int] {
    var owners: [Int: Int] = [:]
    let (ids, sourceOf) = (books.received.invoices.id, linkage.sourceOf)
    for row in sourceOf.indices where sourceOf[row] >= 0 && isInScope[row] {
      let source = Int(sourceOf[row])
      if !isAsked[source] { continue }
      if let owner = owners[source], books.compareIDs(ids[owner], ids[row]) < 0 { continue }
      owners[source] = row
    }
    return owners
  }

  /// Gaps whose next invoice is issued in so many days from a date on, by that date, then number.
  func gaps(from date: CalendarDate, days: Int) -> ArraySlice<SeriesGap> {
    var low = 0
    var high = gaps.count
    while low < high {
      let middle = (low + high) / 2
      if gaps[middle].date < date { low = middle + 1 } else { high = middle }
    }
    return gaps[low...].prefix { $0.date.days(since: date) <= days }
  }

  private static func mirrors(_ linkage: Linkage) -> RowGroups {
    let (books, links) = (linkage.books, linkage.links)
    var mirrors = RowGroups(owners: books.received.count, rows: links.count) {
      links[$0]?.received ?? -1
    }
    let ids = books.sent.invoices.id
    mirrors.sort { books.compareIDs(ids[Int($0)], ids[Int($1)]) < 0 }
    return mirrors
  }

  /// Lines by their number; what else is told of them settles ties, so that their order in the
  /// file means nothing.
  static func lines(
    of ledger: Ledger, _ owners: Int, _ byID: RowPlaces, _ books: Books
  ) -> RowGroups {
    let lines = books.lines
    var groups = RowGroups(owners: owners, rows: lines.count) { row in
      guard lines.ledger[row] == ledger else { return -1 }
      return byID.row(lines.invoiceID[row])
    }
    groups.sort { a, b in
      let (a, b) = (Int(a), Int(b))
      let byNumber = books.compareIDs(lines.line[a], lines.line[b])
      if byNumber != 0 { return byNumber < 0 }
      if lines.kind[a] != lines.kind[b] { return lines.kind[a].rawValue < lines.kind[b].rawValue }
      if lines.net[a] != lines.net[b] { return lines.net[a] < lines.net[b] }
      return books.compareIDs(lines.description[a], lines.description[b]) < 0
    }
    return groups
  }

  /// Attachments by name, then digest.
  private static func attachments(
    of ledger: Ledger, _ owners: Int, _ byID: RowPlaces, _ books: Books
  ) -> RowGroups {
    let attachments = books.attachments
    var groups = RowGroups(owners: owners, rows: attachments.count) { row in
      guard attachments.ledger[row] == ledger else { return -1 }
      return byID.row(attachments.invoiceID[row])
    }
    groups.sort { a, b in
      let byName = books.compareIDs(attachments.name[Int(a)], attachments.name[Int(b)])
      if byName != 0 { return byName < 0 }
      return books.compareIDs(attachments.sha256[Int(a)], attachments.sha256[Int(b)]) < 0
    }
    return groups
  }
}
