internal import Invoicing

/// Mirrors that something names, or that an earlier snapshot knew, and that are not there.
struct VanishedMirrors: Sendable {
  /// A mirror that has vanished.
  struct Mirror: Sendable {
    let id: Text
    /// The received invoice that it belongs to, or -1.
    let owner: Int32
    /// Its place in `Books.vanished`, or -1.
    let remembered: Int32
  }

  /// By id.
  let mirrors: [Mirror]
  /// The mirrors of a received invoice, as places in `mirrors`.
  let ofReceived: RowGroups
  private let places: [Text: Int]

  init(_ linkage: Linkage) {
    let books = linkage.books
    var remembered: [Text: Int] = [:]
    for row in 0..<books.vanished.count where Self.isGone(books.vanished.sentID[row], linkage) {
      remembered[books.vanished.sentID[row]] = row
    }
    var owners: [Text: Int32] = [:]
    for (id, row) in remembered {
      owners[id] = Int32(linkage.index.receivedByID.first(books.vanished.receivedID[row]) ?? -1)
    }
    owners.merge(Self.flagged(linkage)) { $1 }
    owners.merge(Self.attempted(linkage)) { $1 }
    let ids = owners.keys.sorted { books.compareIDs($0, $1) < 0 }
    let mirrors = ids.map { id in
      Mirror(id: id, owner: owners[id] ?? -1, remembered: Int32(remembered[id] ?? -1))
    }
    self.mirrors = mirrors
    ofReceived = RowGroups(owners: books.received.count, rows: mirrors.count) { mirrors[$0].owner }
    places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
  }

  /// The vanished mirror of this id, or nil.
  func find(_ id: Text) -> Mirror? { places[id].map { mirrors[$0] } }

  /// For each row of `Books.vanished` the id of its owner; the one that it had before, where the
  /// received invoices have none.
  func owners(of books: Books) -> [Text] {
    books.vanished.sentID.indices.map { row in
      guard let owner = find(books.vanished.sentID[row])?.owner, owner >= 0 else {
        return books.vanished.receivedID[row]
      }
      return books.received.invoices.id[Int(owner)]
    }
  }

  private static func isGone(_ id: Text, _ linkage: Linkage) -> Bool {
    id.index != 0 && linkage.index.sentByID.row(id) < 0
  }

  /// Whom flags give their mirrors to: of several the one with the smallest id.
  private static func flagged(_ linkage: Linkage) -> [Text: Int32] {
    let books = linkage.books
    var owners: [Text: Int32] = [:]
    for flag in 0..<books.flags.count where isGone(books.flags.mirrorID[flag], linkage) {
      guard linkage.scope.judgesPointer(of: books.flags.processedAt[flag]?.date) else { continue }
      guard let row = linkage.index.receivedByID.first(books.flags.receivedID[flag]) else {
        continue
      }
      let id = books.flags.mirrorID[flag]
      if let current = owners[id], !precedes(row, Int(current), books) { continue }
      owners[id] = Int32(row)
    }
    return owners
  }

  /// Whom attempts give their mirrors to: the earliest counts, at one moment the smaller id.
  private static func attempted(_ linkage: Linkage) -> [Text: Int32] {
    let books = linkage.books
    var earliest: [Text: Int] = [:]
    for attempt in 0..<books.attempts.count where isGone(books.attempts.sentID[attempt], linkage) {
      guard linkage.index.receivedOfAttempt[attempt] >= 0,
        linkage.scope.judgesPointer(of: books.attempts.attemptedAt[attempt].date)
      else { continue }
      let id = books.attempts.sentID[attempt]
      if let current = earliest[id], !precedes(attempt: attempt, current, linkage) { continue }
      earliest[id] = attempt
    }
    return earliest.mapValues { linkage.index.receivedOfAttempt[$0] }
  }

  private static func precedes(attempt a: Int, _ b: Int, _ linkage: Linkage) -> Bool {
    let at = linkage.books.attempts.attemptedAt
    if at[a] != at[b] { return at[a] < at[b] }
    let owners = linkage.index.receivedOfAttempt
    return precedes(Int(owners[a]), Int(owners[b]), linkage.books)
  }

  private static func precedes(_ a: Int, _ b: Int, _ books: Books) -> Bool {
    books.compareIDs(books.received.invoices.id[a], books.received.invoices.id[b]) < 0
  }
}
