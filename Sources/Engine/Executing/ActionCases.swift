internal import Invoicing
internal import RepairPlans

/// Actions that must be done one after the other, apart from those that may go beside them.
enum ActionCases {
  /// The places of actions of one received invoice, or that touch or rest on one sent invoice, in
  /// one list each; each list in the plan's order, the lists by their first.
  static func split(_ actions: [RepairAction]) -> [[Int]] {
    var leader: [String: Int] = [:]
    var parents = Array(actions.indices)
    for (place, action) in actions.enumerated() {
      for name in names(action) {
        if let other = leader[name] {
          let (a, b) = (root(of: other, &parents), root(of: place, &parents))
          parents[max(a, b)] = min(a, b)
        } else {
          leader[name] = place
        }
      }
    }
    var cases: [[Int]] = []
    var numbers: [Int: Int] = [:]
    for place in actions.indices {
      let first = root(of: place, &parents)
      if let number = numbers[first] {
        cases[number].append(place)
      } else {
        numbers[first] = cases.count
        cases.append([place])
      }
    }
    return cases
  }

  private static func names(_ action: RepairAction) -> [String] {
    let received = action.receivedID.isEmpty ? [] : ["received \(action.receivedID)"]
    let touched = action.invoices.filter { $0.ledger == .sent }.map(\.id)
    let expected = action.expect.sent.map(\.id) + (action.expect.mirrors?.live ?? [])
    return received + (touched + expected).map { "sent \($0)" }
  }

  private static func root(of place: Int, _ parents: inout [Int]) -> Int {
    var place = place
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }
}
