internal import Foundation
internal import Invoicing
internal import RepairPlans

/// A plan in short, for scripts; the whole of it is in its file.
enum PlanJSON {
  private struct Told: Encodable {
    struct Action: Encodable {
      let id: String
      let kind: String
      let received: String
      let safety: String
      let approved: Bool
      let currency: String
      let amount: String
      let why: String
    }

    let plan: String
    let snapshot: String
    let takenAt: String
    let group: String
    let actions: [Action]
    let files: [String]

    enum CodingKeys: String, CodingKey {
      case plan, snapshot, group, actions, files
      case takenAt = "taken_at"
    }
  }

  /// Keys are sorted; with a line feed at its end.
  static func text(of plan: RepairPlan, files: [String]) -> String {
    let told = Told(
      plan: plan.id, snapshot: plan.snapshotIdentity, takenAt: plan.takenAt.description,
      group: plan.group,
      actions: plan.actions.map { action in
        Told.Action(
          id: action.id, kind: action.kind.name, received: action.receivedID,
          safety: action.safety.name, approved: action.approval != nil,
          currency: action.amount.currency.code, amount: action.amount.decimal, why: action.why)
      }, files: files)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(told) else {
      preconditionFailure("texts and flags are always encoded")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
