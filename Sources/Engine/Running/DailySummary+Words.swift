internal import Foundation
internal import Invoicing
internal import Mirroring
internal import RepairPlans

extension DailySummary {
  /// The summary for a person, with a line feed at its end.
  package var text: String {
    var lines = [headline]
    lines += paragraph("Left out of mirrors:", outcomes.filter { $0.kind == .done && $0.leavesOut })
    lines += paragraph(
      "Unknown; never tried again by itself, look in the economy system:", of: .unknown)
    lines += paragraph("Changed meanwhile:", of: .stale)
    lines += paragraph("Left to hands:", of: .manual)
    lines += paragraph("Failed; the next run tries again:", of: .failed)
    if left > 0 {
      lines += ["", "Stopped: \(left) \(left == 1 ? "is" : "are") left; the next run goes on."]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The summary for a script: keys sorted, a line feed at its end.
  package var json: String {
    JSONText.of(
      Written(
        created: created, marked: marked, left: left, exitCode: exitCode,
        outcomes: outcomes.map {
          Written.Outcome(
            receivedID: $0.receivedID, outcome: $0.kind.name, invoiceIDs: $0.invoiceIDs,
            why: $0.why, at: $0.at.description)
        }))
  }

  private var headline: String {
    if outcomes.isEmpty, left == 0 { return "Nothing to do: every received invoice is processed." }
    let done = outcomes.filter { $0.kind == .done }.count
    return "\(Self.count(outcomes.count + left, "received invoice")) looked at, \(done) done: "
      + "\(Self.count(created, "mirror")) made, \(Self.count(marked, "flag")) set."
  }

  private func paragraph(_ title: String, of kind: ActionOutcome) -> [String] {
    paragraph(title, outcomes.filter { $0.kind == kind })
  }

  private func paragraph(_ title: String, _ outcomes: [CaseOutcome]) -> [String] {
    if outcomes.isEmpty { return [] }
    return ["", title] + outcomes.map { "  \($0.why.plain)" }
  }

  private static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  private struct Written: Encodable {
    struct Outcome: Encodable {
      let receivedID: String
      let outcome: String
      let invoiceIDs: [String]
      let why: String
      let at: String

      enum CodingKeys: String, CodingKey {
        case outcome, why, at
        case receivedID = "received_id"
        case invoiceIDs = "invoice_ids"
      }
    }

    let created: Int
    let marked: Int
    let left: Int
    let exitCode: Int32
    let outcomes: [Outcome]

    enum CodingKeys: String, CodingKey {
      case created, marked, left, outcomes
      case exitCode = "exit_code"
    }
  }
}

extension CaseOutcome {
  /// Whether lines of kinds that are skipped are missing from the mirror, as its sentence says.
  fileprivate var leavesOut: Bool { why.contains("left out") }
}
