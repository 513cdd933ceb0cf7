internal import Invoicing
internal import RepairPlans

/// What an execution is about to do, for the question before its first write.
package struct ExecutionPreview: Sendable {
  private let actions: [RepairAction]
  private let group: String
  private let address: String

  init(_ actions: [RepairAction], group: String, address: String) {
    self.actions = actions
    self.group = group
    self.address = address
  }

  /// Lines for a person, with a line feed at their end; the kinds in the order of the words.
  package var text: String {
    let kinds = RepairKind.allCases.compactMap { kind in
      let count = actions.count { $0.kind == kind }
      return count == 0 ? nil : "  \(count) \(kind.name)\n"
    }
    let sums = Dictionary(grouping: actions, by: \.amount.currency)
      .mapValues { $0.reduce(Int128(0)) { $0 + Int128($1.amount.minorUnits.magnitude) } }
      .filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { "\(Money($0.value, $0.key).decimal) \($0.key.code)" }
    let money = sums.isEmpty ? "no money" : sums.joined(separator: ", ")
    return "In the books of \(group.plain) at \(address):\n\(kinds.joined())"
      + "moving \(money).\n"
  }
}
