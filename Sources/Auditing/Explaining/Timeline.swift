internal import Invoicing

/// What happened to a case, in the order in which it happened.
struct Timeline {
  private let c: Case
  private var collected: [TimelineEntry] = []

  init(_ c: Case) {
    self.c = c
    addInvoice()
    addTwins()
    for attempt in c.attempts { addAttempt(Int(attempt)) }
    for mirror in c.mirrors { addMirror(Int(mirror)) }
    for (mirror, note) in c.corrections { addCorrection(note, on: mirror) }
    for mirror in c.vanished { addVanished(mirror) }
    for id in c.mirrorsOfOthers { addMirrorOfOther(id) }
    if let flag = c.flag { addFlag(flag) }
    add(.moment(c.books.header.takenAt), .booksRead, nil, "the books were read")
  }

  /// By time; of one time by kind, then as collected: by id, attempts by what stands in them.
  var entries: [TimelineEntry] {
    collected.enumerated().sorted { a, b in
      let (first, second) = (Self.place(a.element.time), Self.place(b.element.time))
      if first != second { return first < second }
      if a.element.kind != b.element.kind {
        return a.element.kind.rawValue < b.element.kind.rawValue
      }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// A day comes before its first moment, the unknown behind all.
  private static func place(_ time: TimelineEntry.Time) -> (Int64, Int) {
    switch time {
    case .date(let date): (Int64(date.days) * 86_400_000_000, 0)
    case .moment(let moment): (moment.microseconds, 1)
    case .unknown: (.max, 2)
    }
  }

  private mutating func add(
    _ time: TimelineEntry.Time, _ kind: TimelineEntry.Kind, _ origin: Fact.Origin?,
    _ words: String
  ) {
    collected.append(TimelineEntry(time: time, kind: kind, origin: origin, words: words))
  }

  private func origin(sent: Int) -> Fact.Origin { .row(.sent, c.books.sent.invoices.row[sent]) }

  private mutating func addInvoice() {
    let received = c.books.received
    let supplier = c.string(received.supplier[c.received])
    if let source = c.source {
      let invoices = c.books.source.invoices
      add(
        .date(invoices.issueDate[source]), .sourceIssued, .row(.source, invoices.row[source]),
        "\(supplier) issued source \(c.id(source: source)), for "
          + c.string(c.books.source.customer[source]))
    }
    add(
      .date(received.invoices.issueDate[c.received]), .receivedIssued,
      .row(.received, received.invoices.row[c.received]),
      "received invoice \(c.id) issued by \(supplier) as "
        + c.string(received.invoices.number[c.received]))
  }

  private mutating func addTwins() {
    let invoices = c.books.received.invoices
    func addTwin(_ row: Int, _ words: String) {
      add(
        .date(invoices.issueDate[row]), .receivedIssued, .row(.received, invoices.row[row]),
        "received invoice \(c.string(invoices.id[row])) is the same one, \(words)")
    }
    if c.isReceivedTwice {
      addTwin(Int(c.matched.keptInstead[c.received]), "and is kept in its place")
    }
    for row in c.receivedAgain { addTwin(row, "received again") }
  }

  private mutating func addAttempt(_ row: Int) {
    let attempts = c.books.attempts
    let key = attempts.idempotencyKey[row]
    var words = key.isAbsent ? "try without a key" : "try with key \(c.string(key))"
    let id = attempts.sentID[row]
    switch attempts.outcome[row] {
    case .created: words += ": created"
    case .replayed: words += ": brought back"
    case .timeout: words += ": timed out"
    case .failed: words += ": failed"
    case .conflict: words += ": met a conflict"
    }
    if !id.isAbsent { words += " \(c.string(id))" }
    if let other = other(of: id) { words += ", the mirror of \(other)" }
    if let end = end(of: id), end < attempts.attemptedAt[row] { words += ", which had ended" }
    add(
      .moment(attempts.attemptedAt[row]), .attempt, .row(.attempts, attempts.row[row]), words)
  }

  /// The id of the other received invoice that a sent one is the mirror of, if it is.
  private func other(of id: Text) -> String? {
    guard !id.isAbsent, let sent = c.matched.linkage.index.sentByID.first(id),
      let link = c.matched.linkage.links[sent], Int(link.received) != c.received
    else { return nil }
    return c.string(c.books.received.invoices.id[Int(link.received)])
  }

  private func end(of id: Text) -> Moment? {
    guard !id.isAbsent, let sent = c.matched.linkage.index.sentByID.first(id),
      !c.matched.isLive[sent]
    else { return nil }
    return c.books.sent.endedAt[sent]
  }

  private mutating func addMirror(_ row: Int) {
    addMade(row, "mirror \(c.id(sent: row))", .mirrorCreated)
    let status = c.books.sent.status[row]
    if let ended = c.books.sent.endedAt[row] {
      add(
        .moment(ended), .mirrorEnded, origin(sent: row),
        "mirror \(c.id(sent: row)) \(Self.ending(status))")
    } else if !c.matched.isLive[row] {
      let notes = c.corrections.contains { $0.mirror == row }
      let when = notes ? "" : ", nobody knows when"
      add(
        .unknown, .mirrorEnded, origin(sent: row),
        "mirror \(c.id(sent: row)) \(Self.ending(status))\(when)")
    }
  }

  private static func ending(_ status: SentStatus) -> String {
    switch status {
    case .deleted, .cancelled, .credited: status.name
    case .draft, .booked, .sent, .paid: "ended, and is \(status.name)"
    }
  }

  /// When a sent invoice was made, or, where nobody knows, when it was issued.
  private mutating func addMade(_ row: Int, _ name: String, _ kind: TimelineEntry.Kind) {
    let sent = c.books.sent
    let customer = c.string(sent.customer[row])
    if let created = sent.createdAt[row] {
      add(.moment(created), kind, origin(sent: row), "\(name) created, to \(customer)")
    } else {
      add(
        .date(sent.invoices.issueDate[row]), kind == .corrected ? kind : .mirrorIssued,
        origin(sent: row), "\(name) issued, to \(customer); nobody knows when it was made")
    }
  }

  private mutating func addCorrection(_ note: Int, on mirror: Int) {
    addMade(
      note, "credit note \(c.id(sent: note)) on mirror \(c.id(sent: mirror))", .corrected)
  }

  private mutating func addVanished(_ mirror: VanishedMirrors.Mirror) {
    let id = c.string(mirror.id)
    guard mirror.remembered >= 0 else {
      let words = "mirror \(id) is not in sent.csv, and nobody knows when it ended"
      return add(.unknown, .vanished, .vanished, words)
    }
    let seen = c.books.vanished.lastSeen[Int(mirror.remembered)]
    add(.moment(seen), .vanished, .vanished, "mirror \(id) last seen; it is not in sent.csv now")
  }

  private mutating func addMirrorOfOther(_ id: Text) {
    guard let row = c.matched.linkage.index.sentByID.first(id), let other = other(of: id) else {
      return
    }
    addMade(row, "\(c.string(id)), the mirror of \(other),", .mirrorCreated)
  }

  private mutating func addFlag(_ row: Int) {
    let flags = c.books.flags
    var words =
      flags.processed[row] ? "marked processed" : "not marked processed: the flag is false"
    if !flags.mirrorID[row].isAbsent { words += ", naming \(c.string(flags.mirrorID[row]))" }
    add(
      flags.processedAt[row].map { .moment($0) } ?? .unknown,
      flags.processed[row] ? .flagSet : .flagNotSet, .row(.processed, flags.row[row]), words)
  }
}
