internal import Foundation
internal import Invoicing
internal import RepairPlans

/// What an execution came to, as a person or a script reads it.
package struct ExecutionSummary: Sendable {
  private let execution: PlanExecution
  private let files: [String]

  /// - Parameter files: the results that were written.
  init(_ execution: PlanExecution, files: [String]) {
    self.execution = execution
    self.files = files
  }

  /// 0 all done; 2 some stale, manual, unapproved or unknown; 1 a failure.
  package var exitCode: Int32 { execution.exitCode }

  /// The summary for a person, with a line feed at its end.
  package var text: String {
    var lines = [headline]
    lines += paragraph("Changed since the plan was drawn, and skipped:", .stale)
    lines += paragraph(
      "Unknown; never tried again by itself, look in the economy system:", .unknown)
    lines += paragraph("Failed; executing again tries again:", .failed)
    lines += paragraph("Not approved:", .unapproved)
    lines += paragraph("Left to hands:", .manual)
    lines += [""] + (files.isEmpty ? [Self.notWritten] : files)
    return lines.joined(separator: "\n") + "\n"
  }

  private static let notWritten =
    "The results of the last execution are left as they are; --out names another folder for these."

  private var headline: String {
    let counts = ActionOutcome.allCases.compactMap { outcome in
      let count = execution.results.count { $0.outcome == outcome }
      let would = execution.isDryRun && outcome == .done ? "would be " : ""
      return count == 0 ? nil : "\(count) \(would)\(outcome.name)"
    }
    let count = execution.results.count
    let what = count == 0 ? "There is nothing to do." : counts.joined(separator: ", ") + "."
    let start = execution.isDryRun ? "Dry run, nothing was written: " : ""
    return "\(start)\(count) action\(count == 1 ? "" : "s"): \(what)"
  }

  private func paragraph(_ title: String, _ outcome: ActionOutcome) -> [String] {
    let results = execution.results.filter { $0.outcome == outcome }
    if results.isEmpty { return [] }
    return ["", title]
      + results.map { "  \($0.actionID) \($0.kind.name) \($0.receivedID.plain): \($0.why.plain)" }
  }

  /// The summary for a script: keys sorted, a line feed at its end.
  package var json: String {
    JSONText.of(
      Written(
        planID: execution.planID, isDryRun: execution.isDryRun, exitCode: exitCode, files: files,
        actions: execution.results.map(Written.Action.init)))
  }

  private struct Written: Encodable {
    struct Action: Encodable {
      let actionID: String
      let kind: String
      let receivedID: String
      let outcome: String
      let invoiceIDs: [String]
      let at: String?
      let why: String

      init(_ result: ActionResult) {
        (actionID, kind, receivedID) = (result.actionID, result.kind.name, result.receivedID)
        (outcome, invoiceIDs) = (result.outcome.name, result.invoiceIDs)
        (at, why) = (result.at?.description, result.why)
      }

      enum CodingKeys: String, CodingKey {
        case kind, outcome, at, why
        case actionID = "action_id"
        case receivedID = "received_id"
        case invoiceIDs = "invoice_ids"
      }
    }

    let planID: String
    let isDryRun: Bool
    let exitCode: Int32
    let files: [String]
    let actions: [Action]

    enum CodingKeys: String, CodingKey {
      case files, actions
      case planID = "plan_id"
      case isDryRun = "dry_run"
      case exitCode = "exit_code"
    }
  }
}
