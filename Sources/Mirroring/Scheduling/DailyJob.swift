internal import Invoicing
internal import RepairPlans

/// Which cases of the daily job run when: so many at once, never two of twins.
package struct DailyJob: Sendable {
  private struct Waiting: Sendable {
    let id: String
    let twins: [String]
    let group: Int
  }

  private let concurrency: Int
  private var waiting: [Waiting]
  private var groupsUnderWay: Set<Int> = []
  private var groupOf: [String: Int]
  private var isStopping = false
  private var suspended = 0
  /// In the order in which the cases ended.
  package private(set) var outcomes: [CaseOutcome] = []

  /// `received`: all received invoices of the consulting companies, processed or not: the twins of
  /// one that is not may be.
  package init(received: [DailyInvoice], concurrency: Int) {
    self.concurrency = max(1, concurrency)
    let groups = Self.twins(received)
    groupOf = [:]
    waiting = []
    for item in received where !item.isProcessed && item.invoice.status != .cancelled {
      let (group, members) = groups[item.invoice.id] ?? (-1, [])
      groupOf[item.invoice.id] = group
      waiting.append(
        Waiting(
          id: item.invoice.id, twins: members.filter { $0 != item.invoice.id }, group: group))
    }
    waiting.sort { IdentifierOrder.isBefore($0.id, $1.id) }
    waiting.reverse()
  }

  /// How many have not begun.
  package var waitingCount: Int { waiting.count }

  package var underWay: Int { groupsUnderWay.count }

  package var isOver: Bool { groupsUnderWay.isEmpty && (waiting.isEmpty || isStopping) }

  /// The cases to begin now.
  package mutating func next() -> [MirrorTask] {
    var tasks: [MirrorTask] = []
    var passed: [Waiting] = []
    while !isStopping, groupsUnderWay.count < concurrency, let item = waiting.popLast() {
      if groupsUnderWay.insert(item.group).inserted {
        tasks.append(.daily(receivedID: item.id, twins: item.twins))
      } else {
        passed.append(item)
      }
    }
    waiting.append(contentsOf: passed.reversed())
    return tasks
  }

  /// A case has ended; without an outcome where it was stopped before.
  package mutating func ended(receivedID: String, _ outcome: CaseOutcome?) {
    guard let group = groupOf[receivedID], groupsUnderWay.remove(group) != nil else {
      preconditionFailure("a case ends that never began")
    }
    if let outcome { outcomes.append(outcome) } else { suspended += 1 }
  }

  /// Nothing new is begun.
  package mutating func stop() { isStopping = true }

  /// 0 nothing left to do, 2 something unknown, left to hands or not begun, 1 a failure.
  package var exitCode: Int32 {
    if outcomes.contains(where: { $0.kind == .failed }) { return 1 }
    if !waiting.isEmpty || suspended > 0 { return 2 }
    return outcomes.allSatisfy { $0.kind == .done } ? 0 : 2
  }

  /// By id: the number of its group and all that are in it.
  private static func twins(_ received: [DailyInvoice]) -> [String: (Int, [String])] {
    var groups: [TwinKey: [String]] = [:]
    var order: [TwinKey] = []
    for item in received where item.invoice.status != .cancelled {
      let key = TwinKey(item.invoice)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(item.invoice.id)
    }
    var byID: [String: (Int, [String])] = [:]
    for (number, key) in order.enumerated() {
      let members = (groups[key] ?? []).sorted(by: IdentifierOrder.isBefore)
      for id in members { byID[id] = (number, members) }
    }
    return byID
  }
}

/// What two received invoices share that are one.
private struct TwinKey: Hashable {
  let supplier: String
  let number: String
  let kind: InvoiceKind
  let gross: Money

  init(_ invoice: ReceivedInvoice) {
    supplier = invoice.supplier
    number = invoice.number
    kind = invoice.kind
    gross = invoice.gross
  }
}
