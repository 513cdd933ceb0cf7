internal import ArgumentParser
internal import Foundation
internal import Invoicing
internal import RepairPlans

/// Sets the approvals of a plan.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve actions of a repair plan.",
    discussion: """
      The plan is rewritten, whole or not at all; its id stays. A signature that it has no longer \
      fits: sign it when all is approved, with \
      'ssh-keygen -Y sign -n mirror-audit-repair -f KEY PLAN'.
      """)

  @Argument(help: ArgumentHelp("The plan: its file, repair-plan.xml.", valueName: "plan"))
  var plan: String

  @Option(help: ArgumentHelp("An action to approve; may be repeated.", valueName: "id"))
  var action: [String] = []

  @Flag(help: "Approve every action that waits for a person.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Who approves: a principal of the allowed-signers file.", valueName: "name"))
  var by: String?

  @OptionGroup var common: SharedOptions

  func run() throws {
    try Failure.reported {
      let configuration = try common.load()
      guard let name = by ?? configuration.approvedBy, !name.isEmpty else {
        throw ValidationError("--by names who approves.")
      }
      guard all != !action.isEmpty else {
        throw ValidationError("Either --all, or --action with the id of each.")
      }
      let file = try PlanFile(readingFrom: plan)
      let now = Moment(microseconds: Int64(Date().timeIntervalSince1970) * 1_000_000)
      let approved = try file.plan.approving(
        all ? nil : action, by: name, at: now, path: plan)
      try PlanFile.write(approved, to: plan)
      let more =
        approved.actions.count { $0.approval != nil }
        - file.plan.actions.count { $0.approval != nil }
      Terminal.write(
        configuration.isForScripts
          ? PlanJSON.text(of: approved, files: [plan])
          : "\(more) approved by \(name); \(PlanText.summary(of: approved))\n")
    }
  }
}
