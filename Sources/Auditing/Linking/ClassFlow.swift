internal import Invoicing

/// A flow between two kinds of classes of like invoices: how many of one class go to another.
///
/// Invariants: the flow of a class's edges is what is used of it, and never above its capacity,
/// which is what it has that is not fixed.
struct ClassFlow {
  struct Edge {
    let from: Int
    let to: Int
    var flow = 0
    /// No flow as good has any on it, and so none that is left after more pairs are fixed.
    var isHopeless = false
  }

  private(set) var edges: [Edge]
  private let fromDates: [CalendarDate]
  private let toDates: [CalendarDate]
  private var fromCapacity: [Int]
  private var toCapacity: [Int]
  private var fromUsed: [Int]
  private var toUsed: [Int]
  /// What the search under way has reached: its number, and how it came there.
  private var search = 0
  private var movedIn: [Int]
  private var arrivedIn: [Int]
  private var steps: [Step]
  private var queue: [Int] = []
  private let fromOfDate: [CalendarDate: [Int]]
  private let toOfDate: [CalendarDate: [Int]]
  private let edgesFrom: [[Int]]
  private let edgesTo: [[Int]]

  /// A class's date, and how many invoices it has.
  typealias Node = (date: CalendarDate, count: Int)

  /// A network without flow.
  init(edges pairs: [(from: Int, to: Int)], from: [Node], to: [Node]) {
    edges = pairs.map { Edge(from: $0.from, to: $0.to) }
    fromDates = from.map(\.date)
    toDates = to.map(\.date)
    fromOfDate = Dictionary(grouping: from.indices) { from[$0].date }
    toOfDate = Dictionary(grouping: to.indices) { to[$0].date }
    fromCapacity = from.map(\.count)
    toCapacity = to.map(\.count)
    fromUsed = Array(repeating: 0, count: from.count)
    toUsed = Array(repeating: 0, count: to.count)
    movedIn = Array(repeating: 0, count: from.count)
    arrivedIn = Array(repeating: 0, count: to.count)
    steps = Array(
      repeating: Step(added: nil, gained: 0, removed: nil, previous: nil), count: to.count)
    var out = [[Int]](repeating: [], count: from.count)
    var back = [[Int]](repeating: [], count: to.count)
    for (e, edge) in edges.enumerated() {
      out[edge.from].append(e)
      back[edge.to].append(e)
    }
    edgesFrom = out
    edgesTo = back
  }

  /// Lets a class on either side have more invoices than it had.
  mutating func widen(from: [Int], to: [Int]) {
    fromCapacity = from
    toCapacity = to
  }

  /// Pushes one more invoice from a class, moving others where it must; false where none can be.
  mutating func augment(from start: Int) -> Bool {
    if let free = edgesFrom[start].first(where: { hasRoom(edges[$0].to) }) {
      edges[free].flow += 1
      fromUsed[start] += 1
      toUsed[edges[free].to] += 1
      return true
    }
    var reachedBy: [Int: Int] = [:]
    var leftBy = [start: -1]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let from = queue[next]
      next += 1
      for e in edgesFrom[from] where reachedBy[edges[e].to] == nil {
        let to = edges[e].to
        reachedBy[to] = e
        if hasRoom(to) {
          toUsed[to] += 1
          fromUsed[start] += 1
          push(back: to, reachedBy, leftBy)
          return true
        }
        for b in edgesTo[to] where edges[b].flow > 0 && leftBy[edges[b].from] == nil {
          leftBy[edges[b].from] = b
          queue.append(edges[b].from)
        }
      }
    }
    return false
  }

  private func hasRoom(_ to: Int) -> Bool { toUsed[to] < toCapacity[to] }

  /// Walks a path back to its start, which no edge was left by.
  private mutating func push(back end: Int, _ reachedBy: [Int: Int], _ leftBy: [Int: Int]) {
    var to = end
    while let e = reachedBy[to] {
      edges[e].flow += 1
      guard let left = leftBy[edges[e].from], left >= 0 else { return }
      edges[left].flow -= 1
      to = edges[left].to
    }
  }

  /// How many invoices of a class on the right side are not fixed yet.
  func left(to place: Int) -> Int { toCapacity[place] }

  /// Fixes a pair for good: takes one invoice off an edge, and off both its classes; false where
  /// no flow that is as good has any on that edge.
  ///
  /// As good is a flow of as many invoices of the same dates: one of a class may give way to one
  /// of another class of its date.
  mutating func fix(_ edge: Int) -> Bool {
    if edges[edge].isHopeless { return false }
    if edges[edge].flow == 0, !reroute(edge) {
      edges[edge].isHopeless = true
      return false
    }
    let (from, to) = (edges[edge].from, edges[edge].to)
    edges[edge].flow -= 1
    fromUsed[from] -= 1
    toUsed[to] -= 1
    fromCapacity[from] -= 1
    toCapacity[to] -= 1
    return true
  }

  /// Leaves an invoice of a class on the left side unpaired for good.
  mutating func leaveOver(from place: Int) { fromCapacity[place] -= 1 }

  /// How a class on the right side came to have one invoice too many.
  private struct Step {
    /// The edge that brought it, and the class that this led to; the same, or one of its date.
    let added: Int?
    let gained: Int
    /// The edge that the mover left, and the class that it left.
    let removed: Int?
    let previous: Int?
  }

  /// Moves flow so that the edge has some.
  private mutating func reroute(_ edge: Int) -> Bool {
    let from = edges[edge].from
    search += 1
    queue.removeAll(keepingCapacity: true)
    arrive(Step(added: nil, gained: edges[edge].to, removed: nil, previous: nil))
    var next = 0
    while next < queue.count {
      let to = queue[next]
      next += 1
      for removed in edgesTo[to] where edges[removed].flow > 0 {
        let mover = edges[removed].from
        if mover == from || givesWay(mover, to: from) {
          apply(edge, last: removed)
          return true
        }
        for place in fromOfDate[fromDates[mover], default: []] where movedIn[place] != search {
          guard place == mover || givesWay(mover, to: place) else { continue }
          movedIn[place] = search
          for added in edgesFrom[place] where arrivedIn[edges[added].to] != search {
            let step = Step(
              added: added, gained: edges[added].to, removed: removed, previous: to)
            arrive(step)
          }
        }
      }
    }
    return false
  }

  /// Whether a class may lose an invoice to another one of its date, which has one to spare.
  private func givesWay(_ mover: Int, to from: Int) -> Bool {
    fromDates[mover] == fromDates[from] && fromUsed[from] < fromCapacity[from]
  }

  /// The class that gained is to lose one; if it has room, another of its date may instead.
  private mutating func arrive(_ step: Step) {
    guard hasRoom(step.gained) else { return arrive(step, at: step.gained) }
    for to in toOfDate[toDates[step.gained], default: []] { arrive(step, at: to) }
  }

  private mutating func arrive(_ step: Step, at to: Int) {
    if arrivedIn[to] == search { return }
    arrivedIn[to] = search
    steps[to] = step
    queue.append(to)
  }

  private mutating func apply(_ edge: Int, last: Int) {
    edges[edge].flow += 1
    fromUsed[edges[edge].from] += 1
    edges[last].flow -= 1
    fromUsed[edges[last].from] -= 1
    var to = edges[last].to
    while true {
      let step = steps[to]
      toUsed[step.gained] += 1
      toUsed[to] -= 1
      guard let added = step.added, let removed = step.removed, let previous = step.previous
      else { return }
      edges[added].flow += 1
      fromUsed[edges[added].from] += 1
      edges[removed].flow -= 1
      fromUsed[edges[removed].from] -= 1
      to = previous
    }
  }
}
