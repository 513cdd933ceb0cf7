/// A flow between two kinds of classes of like invoices: how many of one class go to another.
///
/// Invariants: the flow of a class's edges is what is used of it, and never above its capacity.
struct ClassFlow {
  struct Edge {
    let from: Int
    let to: Int
    var flow = 0
  }

  private(set) var edges: [Edge]
  private let fromCapacity: [Int]
  private let toCapacity: [Int]
  private var toUsed: [Int]
  private let edgesFrom: [[Int]]
  private let edgesTo: [[Int]]

  /// A network without flow; capacities are numbers of invoices.
  init(edges pairs: [(from: Int, to: Int)], from: [Int], to: [Int]) {
    edges = pairs.map { Edge(from: $0.from, to: $0.to) }
    fromCapacity = from
    toCapacity = to
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

  /// Takes one invoice off an edge for good, moving others where it must; false where the rest
  /// could then not all go anywhere.
  mutating func take(_ edge: Int) -> Bool {
    if edges[edge].flow == 0, !reroute(edge) { return false }
    edges[edge].flow -= 1
    return true
  }

  /// Moves flow so that the edge has some: what it displaces ends where its class went before.
  private mutating func reroute(_ edge: Int) -> Bool {
    let from = edges[edge].from
    let target = edges[edge].to
    var step = [(leave: Int, enter: Int)?](repeating: nil, count: toCapacity.count)
    var isVisited = [Bool](repeating: false, count: toCapacity.count)
    isVisited[target] = true
    var queue = [target]
    var next = 0
    while next < queue.count {
      let to = queue[next]
      next += 1
      for leave in edgesTo[to] where edges[leave].flow > 0 && edges[leave].from != from {
        for enter in edgesFrom[edges[leave].from] where !isVisited[edges[enter].to] {
          let freed = edges[enter].to
          isVisited[freed] = true
          step[freed] = (leave, enter)
          queue.append(freed)
          guard
            let own = edgesFrom[from].first(where: {
              edges[$0].to == freed && edges[$0].flow > 0
            })
          else { continue }
          edges[own].flow -= 1
          shift(from: freed, step)
          edges[edge].flow += 1
          return true
        }
      }
    }
    return false
  }

  private mutating func shift(from end: Int, _ step: [(leave: Int, enter: Int)?]) {
    var to = end
    while let (leave, enter) = step[to] {
      edges[leave].flow -= 1
      edges[enter].flow += 1
      to = edges[leave].to
    }
  }
}
