internal import Invoicing

/// All that the books know of one received invoice in scope.
struct Case {
  let matched: MatchedBooks
  /// The received invoice's place in the books.
  let received: Int
  /// The mirror that is kept of the live ones, or nil where none lives.
  let kept: Int?
  let liveCount: Int

  init(_ matched: MatchedBooks, _ received: Int) {
    self.matched = matched
    self.received = received
    let flag = Int(matched.linkage.index.flagOfReceived[received])
    let named = flag < 0 ? Text.absent : matched.books.flags.mirrorID[flag]
    var kept: Int?
    var count = 0
    for mirror in matched.mirrorsOfReceived.of(received) where matched.isLive[Int(mirror)] {
      count += 1
      guard let current = kept else {
        kept = Int(mirror)
        continue
      }
      if Self.goesBefore(Int(mirror), current, named, matched.books) { kept = Int(mirror) }
    }
    self.kept = kept
    liveCount = count
  }

  var books: Books { matched.books }
  var isCancelled: Bool { books.received.status[received] == .cancelled }
  var isReceivedTwice: Bool { matched.keptInstead[received] >= 0 }
  var currency: Currency { books.received.invoices.currency[received] }
  var gross: Int64 { books.received.invoices.gross[received] }

  /// Its mirrors, live and dead, by id.
  var mirrors: ArraySlice<Int32> { matched.mirrorsOfReceived.of(received) }
  var liveMirrors: [Int] { mirrors.lazy.map(Int.init).filter { matched.isLive[$0] } }
  var deadMirrors: [Int] { mirrors.lazy.map(Int.init).filter { !matched.isLive[$0] } }

  /// Its mirrors that have vanished, by id.
  var vanished: [VanishedMirrors.Mirror] {
    matched.vanished.ofReceived.of(received).map { matched.vanished.mirrors[Int($0)] }
  }
  var hasVanished: Bool { !matched.vanished.ofReceived.range(received).isEmpty }

  /// Its attempts, the earliest first.
  var attempts: ArraySlice<Int32> { matched.linkage.index.attemptsOfReceived.of(received) }

  /// The place of its source in the supplier's own books.
  var source: Int? {
    let row = matched.linkage.sourceOf[received]
    return row < 0 ? nil : Int(row)
  }

  /// The place of its flag.
  var flag: Int? {
    let row = matched.linkage.index.flagOfReceived[received]
    return row < 0 ? nil : Int(row)
  }

  var isProcessed: Bool { flag.map { books.flags.processed[$0] } ?? false }

  /// Days from its issue to the snapshot.
  var age: Int {
    books.header.takenAt.date.days(since: books.received.invoices.issueDate[received])
  }

  /// Whether a mirror of several is kept rather than another: the one that the flag names, else
  /// the further one, else the one created first, else the smaller id.
  private static func goesBefore(_ a: Int, _ b: Int, _ named: Text, _ books: Books) -> Bool {
    let sent = books.sent
    if !named.isAbsent {
      if sent.invoices.id[a] == named { return true }
      if sent.invoices.id[b] == named { return false }
    }
    let ranks = (rank(sent.status[a]), rank(sent.status[b]))
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    switch (sent.createdAt[a], sent.createdAt[b]) {
    case (let first?, let second?) where first != second: return first < second
    case (.some, nil): return true
    case (nil, .some): return false
    default: return books.compareIDs(sent.invoices.id[a], sent.invoices.id[b]) < 0
    }
  }

  private static func rank(_ status: SentStatus) -> Int {
    switch status {
    case .paid: 0
    case .sent, .credited: 1
    case .booked: 2
    case .draft: 3
    case .cancelled, .deleted: 4
    }
  }
}
