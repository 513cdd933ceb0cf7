internal import Invoicing

/// Received and sent invoices of one kind, currency and gross, to be paired by content.
///
/// Days between the two are the sum of the sent ones' dates less that of the received ones', so
/// whom a best pairing takes in is found for either side alone (Mendelsohn and Dulmage): the
/// earliest sent ones and the latest received ones that a pairing of most pairs can hold.
struct ContentBucket {
  /// Like invoices: of one date, for one customer; nil: for any.
  struct Class {
    let date: CalendarDate
    let customer: Text?
    /// Places in the bucket's rows of the same side, which run by date, then id.
    var members: [Int]
  }

  /// Days after the received invoice within which a mirror is issued (`findings.md`, Links).
  static let window = 0...10

  private let received: [Class]
  private let sent: [Class]
  private let edges: [(from: Int, to: Int)]
  private let receivedRows: [Int]
  private let sentRows: [Int]

  /// A bucket of places in the books; either side by date, then id.
  init(received receivedRows: [Int], sent sentRows: [Int], _ linkage: Linkage) {
    let books = linkage.books
    self.receivedRows = receivedRows
    self.sentRows = sentRows
    received = Self.classes(receivedRows) {
      let source = Int(linkage.sourceOf[$0])
      return (
        books.received.invoices.issueDate[$0], source < 0 ? nil : books.source.customer[source]
      )
    }
    sent = Self.classes(sentRows) {
      (books.sent.invoices.issueDate[$0], books.sent.customer[$0])
    }
    edges = Self.edges(received, sent)
  }

  /// The pairs, and the received invoices of which nothing tells which is paired, each with one of
  /// the other fate.
  func pair() -> (pairs: [(received: Int, sent: Int)], ambiguous: [Int: Int]) {
    if edges.isEmpty { return ([], [:]) }
    let back = edges.map { (from: $0.to, to: $0.from) }
    let keptSent = keep(sent, received, back, prefers: <)
    let keptReceived = keep(received, sent, edges, prefers: >)
    let pairs = pairUp(keptReceived, keptSent)
    return (pairs.map { (receivedRows[$0.received], sentRows[$0.sent]) }, ambiguous(pairs))
  }

  private static func classes(
    _ rows: [Int], _ look: (Int) -> (CalendarDate, Text?)
  ) -> [Class] {
    struct Key: Hashable {
      let date: CalendarDate
      let customer: Text?
    }
    var places: [Key: Int] = [:]
    var classes: [Class] = []
    for (member, row) in rows.enumerated() {
      let (date, customer) = look(row)
      let key = Key(date: date, customer: customer)
      if let place = places[key] {
        classes[place].members.append(member)
      } else {
        places[key] = classes.count
        classes.append(Class(date: date, customer: customer, members: [member]))
      }
    }
    return classes
  }

  /// Both sides run by date, so the sent classes within the window of a received one are a run.
  private static func edges(_ received: [Class], _ sent: [Class]) -> [(from: Int, to: Int)] {
    var edges: [(from: Int, to: Int)] = []
    var start = 0
    for (r, class_) in received.enumerated() {
      while start < sent.count, sent[start].date < class_.date { start += 1 }
      var s = start
      while s < sent.count, window.contains(sent[s].date.days(since: class_.date)) {
        if class_.customer == nil || class_.customer == sent[s].customer { edges.append((r, s)) }
        s += 1
      }
    }
    return edges
  }

  /// How many of each class a pairing of most pairs holds, the preferred dates first.
  private func keep(
    _ classes: [Class], _ others: [Class], _ edges: [(from: Int, to: Int)],
    prefers: (CalendarDate, CalendarDate) -> Bool
  ) -> [Int] {
    var flow = ClassFlow(
      edges: edges, from: classes.map { ($0.date, $0.members.count) },
      to: others.map { ($0.date, $0.members.count) })
    var kept = [Int](repeating: 0, count: classes.count)
    var isFull = [Bool](repeating: false, count: classes.count)
    let inOrder = members(of: classes).sorted { a, b in
      let (first, second) = (classes[a.place].date, classes[b.place].date)
      return first == second ? a.member < b.member : prefers(first, second)
    }
    for (place, _) in inOrder where !isFull[place] {
      if flow.augment(from: place) { kept[place] += 1 } else { isFull[place] = true }
    }
    return kept
  }

  /// Every member with its class's place.
  private func members(of classes: [Class]) -> [(place: Int, member: Int)] {
    classes.indices.flatMap { place in classes[place].members.map { (place, $0) } }
  }

  /// Pairs, as places in the rows of either side: the oldest received with the oldest sent that a
  /// pairing of most pairs and least days allows.
  private func pairUp(_ keptReceived: [Int], _ keptSent: [Int]) -> [(received: Int, sent: Int)] {
    var flow = best(keptReceived, keptSent)
    var edgesFrom = [[Int]](repeating: [], count: received.count)
    for (e, edge) in edges.enumerated() { edgesFrom[edge.from].append(e) }
    var taken = [Int](repeating: 0, count: sent.count)
    func next(_ edge: Int) -> Int {
      let place = edges[edge].to
      return sent[place].members[taken[place]]
    }
    var pairs: [(received: Int, sent: Int)] = []
    for (place, member) in members(of: received).sorted(by: { $0.member < $1.member }) {
      let oldestFirst = edgesFrom[place].filter { flow.left(to: edges[$0].to) > 0 }
        .sorted { next($0) < next($1) }
      guard let edge = oldestFirst.first(where: { flow.fix($0) }) else {
        flow.leaveOver(from: place)
        continue
      }
      pairs.append((member, next(edge)))
      taken[edges[edge].to] += 1
    }
    return pairs
  }

  /// A flow of most pairs and least days, in classes that may still exchange whom they keep.
  private func best(_ keptReceived: [Int], _ keptSent: [Int]) -> ClassFlow {
    var flow = ClassFlow(
      edges: edges, from: zip(received, keptReceived).map { ($0.date, $1) },
      to: zip(sent, keptSent).map { ($0.date, $1) })
    for place in received.indices {
      for _ in 0..<keptReceived[place] {
        let isPaired = flow.augment(from: place)
        precondition(isPaired, "two best halves make a pairing")
      }
    }
    flow.widen(from: received.map(\.members.count), to: sent.map(\.members.count))
    return flow
  }

  /// Received invoices of one date with the same possible partners, one paired and one not.
  private func ambiguous(_ pairs: [(received: Int, sent: Int)]) -> [Int: Int] {
    struct Look: Hashable {
      let date: CalendarDate
      let partners: [Int]
    }
    let isPaired = Set(pairs.map(\.received))
    var partners = [[Int]](repeating: [], count: received.count)
    for edge in edges { partners[edge.from].append(edge.to) }
    var alike: [Look: [Int]] = [:]
    for place in received.indices where !partners[place].isEmpty {
      let look = Look(date: received[place].date, partners: partners[place])
      alike[look, default: []] += received[place].members
    }
    var others: [Int: Int] = [:]
    for members in alike.values {
      let paired = members.filter { isPaired.contains($0) }.sorted()
      let left = members.filter { !isPaired.contains($0) }.sorted()
      guard let firstPaired = paired.first, let firstLeft = left.first else { continue }
      for member in paired { others[receivedRows[member]] = receivedRows[firstLeft] }
      for member in left { others[receivedRows[member]] = receivedRows[firstPaired] }
    }
    return others
  }
}
