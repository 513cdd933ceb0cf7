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
  }

  private(set) var edges: [Edge]
  private let fromDates: [CalendarDate]
  private let toDates: [CalendarDate]
  private var fromCapacity: [Int]
  private var toCapacity: [Int]
  private var fromUsed: [Int]
  private var toUsed: [Int]
  private let edgesFrom: [[Int]]
  private let edgesTo: [[Int]]

  /// A class's date, and how many invoices it has.
  typealias Node = (date: CalendarDate, count: Int)

  /// A network without flow.
  init(edges pairs: [(from: Int, to: Int)], from: [Node], to: [Node]) {
    edges = pairs.map { Edge(from: $0.from, to: $0.to) }
    fromDates = from.map(\.date)
    toDates = to.map(\.date)
    fromCapacity = from.map(\.count)
    toCapacity = to.map(\.count)
    fromUsed = Array(repeating: 0, count: from.count)
    toUsed = Array(repeating: 0, count: to.count)
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
    var reachedBy = [Int](repeating: -1, count: toCapacity.count)
    var leftBy = [Int](repeating: -1, count: fromCapacity.count)
    var isVisited = [Bool](repeating: false, count: fromCapacity.count)
    isVisited[start] = true
    var queue = [start]
    var next = 0
    while next < queue.count {
      let from = queue[next]
      next += 1
      for e in edgesFrom[from] where reachedBy[edges[e].to] < 0 {
        let to = edges[e].to
        reachedBy[to] = e
        if toUsed[to] < toCapacity[to] {
          toUsed[to] += 1
          fromUsed[start] += 1
          push(back: to, reachedBy, leftBy)
          return true
        }
        for b in edgesTo[to] where edges[b].flow > 0 && !isVisited[edges[b].from] {
          isVisited[edges[b].from] = true
          leftBy[edges[b].from] = b
          queue.append(edges[b].from)
        }
      }
    }
    return false
  }

  /// Walks a path back to its start, which no edge was left by.
  private mutating func push(back end: Int, _ reachedBy: [Int], _ leftBy: [Int]) {
    var to = end
    while true {
      let e = reachedBy[to]
      edges[e].flow += 1
      let left = leftBy[edges[e].from]
      if left < 0 { return }
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
    if edges[edge].flow == 0, !reroute(edge) { return false }
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
    var steps = [Step?](repeating: nil, count: toCapacity.count)
    var hasMoved = [Bool](repeating: false, count: fromCapacity.count)
    var queue: [Int] = []
    arrive(Step(added: nil, gained: edges[edge].to, removed: nil, previous: nil), &steps, &queue)
    var next = 0
    while next < queue.count {
      let to = queue[next]
      next += 1
      for removed in edgesTo[to] where edges[removed].flow > 0 {
        let mover = edges[removed].from
        if mover == from || givesWay(mover, to: from) {
          apply(edge, last: removed, steps)
          return true
        }
        for place in fromDates.indices where !hasMoved[place] {
          guard place == mover || givesWay(mover, to: place) else { continue }
          hasMoved[place] = true
          for added in edgesFrom[place] where edges[added].to != to {
            let step = Step(
              added: added, gained: edges[added].to, removed: removed, previous: to)
            arrive(step, &steps, &queue)
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
  private func arrive(_ step: Step, _ steps: inout [Step?], _ queue: inout [Int]) {
    let hasRoom = toUsed[step.gained] < toCapacity[step.gained]
    for to in toCapacity.indices where steps[to] == nil {
      guard to == step.gained || hasRoom && toDates[to] == toDates[step.gained] else { continue }
      steps[to] = step
      queue.append(to)
    }
  }

  private mutating func apply(_ edge: Int, last: Int, _ steps: [Step?]) {
    edges[edge].flow += 1
    fromUsed[edges[edge].from] += 1
    edges[last].flow -= 1
    fromUsed[edges[last].from] -= 1
    var to = edges[last].to
    while let step = steps[to] {
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
