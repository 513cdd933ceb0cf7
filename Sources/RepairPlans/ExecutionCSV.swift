internal import Foundation
internal import Invoicing

/// `execution.csv`: a row an action, in the plan's order.
enum ExecutionCSV {
  static let header = "action_id,kind,received_id,outcome,invoice_ids,at,why"

  static func text(of execution: PlanExecution) -> String {
    let rows = execution.results.map { result in
      [
        cell(result.actionID), result.kind.name, cell(result.receivedID), result.outcome.name,
        cell(result.invoiceIDs.joined(separator: ";")), result.at?.description ?? "",
        cell(result.why),
      ].joined(separator: ",")
    }
    return ([header] + rows).map { $0 + "\n" }.joined()
  }

  /// Text, disarmed of what a spreadsheet would run as a formula, quoted where it must be.
  private static func cell(_ text: String) -> String {
    let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    let plain = isFormula ? "'\(text)" : text
    guard plain.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return plain }
    return "\"\(plain.replacingOccurrences(of: "\"", with: "\"\""))\""
  }
}
