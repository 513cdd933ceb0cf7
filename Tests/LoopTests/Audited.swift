import Foundation
import RepairPlans
import Testing

/// What the audit after an execution still says.
struct Audited {
  private let findings: [[String: String]]
  private let tieOut: [[String: String]]

  init(_ folder: Folder) throws {
    findings = try CSVTable(try folder.text("report/findings.csv")).rows
    tieOut = try CSVTable(try folder.text("report/tie-out.csv")).rows
  }

  /// Findings graver than info, open, and not of what the plan left to hands.
  func unexpected(of plan: RepairPlan) -> [String] {
    let manual = plan.actions.filter { $0.kind == .manual }
    let received = Set(manual.map(\.receivedID)).subtracting([""])
    let known = Set(manual.flatMap(\.findings))
    return open.compactMap { finding in
      let isLeft =
        known.contains(finding["fingerprint"] ?? "")
        || received.contains(finding["received_id"] ?? "")
      return isLeft || finding["severity"] == "info"
        ? nil : "\(finding["rule"] ?? "") \(finding["received_id"] ?? "")"
    }
  }

  /// By currency and supplier: what the tie-out's difference has that open findings do not explain.
  var unexplained: [String] {
    tieOut.compactMap { row in
      let isRight = row["difference"] == row["findings"] && (row["pending"]).map(isZero) == true
      return isRight ? nil : "\(row)"
    }
  }

  /// The actions that resolved findings say they were mended by.
  var menders: Set<String> {
    Set(
      findings.compactMap { finding in
        guard finding["state"] == "resolved" else { return nil }
        return finding["cause"]?.firstMatch(of: /mended by the action ([0-9a-f]{16})/)
          .map { String($0.1) }
      })
  }

  private var open: [[String: String]] { findings.filter { $0["state"] != "resolved" } }

  private func isZero(_ amount: String) -> Bool { amount.allSatisfy { "0.".contains($0) } }
}
