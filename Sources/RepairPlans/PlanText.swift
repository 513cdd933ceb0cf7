internal import Foundation
internal import Invoicing

/// A plan as a person reads it: what will be made, credited, sent and marked, for whom, and what is
/// left to hands and why.
package enum PlanText {
  /// The whole plan, with a line feed at its end.
  package static func text(of plan: RepairPlan) -> String {
    var lines = heading(plan)
    for section in sections {
      let actions = plan.actions.filter { section.kinds.contains($0.kind) }
      if actions.isEmpty { continue }
      lines += ["", "\(section.title) (\(actions.count))"]
      lines += actions.flatMap(told)
    }
    lines += sums(plan)
    return lines.map(\.printable).joined(separator: "\n") + "\n"
  }

  /// One line: how much of it is what.
  package static func summary(of plan: RepairPlan) -> String {
    let manual = plan.actions.count { $0.kind == .manual }
    let ready = plan.actions.count { $0.mayRun }
    let waiting = plan.actions.count - manual - ready
    return "\(count(plan.actions.count)): \(ready) ready to run, \(waiting) "
      + "\(waiting == 1 ? "waits" : "wait") for approval, \(manual) left to hands"
  }

  private struct Section {
    let title: String
    let kinds: [RepairKind]
  }

  private static let sections = [
    Section(title: "Made", kinds: [.createMirror, .runEngine]),
    Section(title: "Replaced", kinds: [.replaceMirror]),
    Section(title: "Deleted or credited", kinds: [.cancelInvoice]),
    Section(title: "Booked and sent", kinds: [.sendMirror]),
    Section(title: "Marked processed", kinds: [.markProcessed]),
    Section(title: "Receipts attached", kinds: [.attachFiles]),
    Section(title: "Left to hands", kinds: [.manual]),
  ]

  private static func heading(_ plan: RepairPlan) -> [String] {
    [
      "Repair plan \(plan.id.prefix(12)) for \(plan.group)",
      "drawn from the snapshot of \(plan.takenAt), \(plan.snapshotIdentity.prefix(12))",
      summary(of: plan),
    ]
  }

  private static func told(_ action: RepairAction) -> [String] {
    var lines = ["  \(action.id)  \(status(action))", "    \(action.why)"]
    if let mirror = action.create {
      lines.append("    key \(mirror.key)")
      lines += mirror.lines.map { line in
        "      \(line.description): \(line.quantity ?? "1") at \(line.unitPrice ?? ""), "
          + "\(line.net.decimal) \(line.net.currency.code) net"
      }
    }
    lines += (action.attachments + (action.create?.attachments ?? [])).map {
      "      receipt \($0.name)"
    }
    return lines
  }

  private static func status(_ action: RepairAction) -> String {
    if action.kind == .manual {
      return action.receivedID.isEmpty ? "by hand" : "by hand, received \(action.receivedID)"
    }
    if let approval = action.approval { return "approved by \(approval.by) at \(approval.at)" }
    return action.safety == .safe ? "safe" : "waits for approval"
  }

  private static func count(_ actions: Int) -> String {
    "\(actions) \(actions == 1 ? "action" : "actions")"
  }
}
