import Foundation
import RepairPlans
import Testing

/// The steps of the loop, each by the program that does it, in one folder.
struct Loop {
  let folder: Folder

  static let principal = "anna@example.com"

  /// Where the extract, the reports and the plan are.
  static let plan = "report/repair-plan.xml"

  var plan: RepairPlan { get throws { try PlanFile(readingFrom: folder.file(Self.plan)).plan } }

  /// Says in the configuration where the system is, who signs, and more.
  func configure(_ address: String, system: String = "", engine: String = "") throws {
    let old = try folder.text("mirror-engine.toml").split(separator: "\n").filter {
      !$0.hasPrefix("address") && !$0.hasPrefix("allowed-signers")
        && !$0.hasSuffix("# of the test")
    }
    let lines = { (text: String) in
      text.split(separator: "\n").map { "\n\($0) # of the test" }.joined()
    }
    let new = old.joined(separator: "\n")
      .replacing(
        "[economy-system]", with: "[economy-system]\naddress = \"\(address)\"\(lines(system))"
      )
      .replacing(
        "[engine]", with: "[engine]\nallowed-signers = \"allowed_signers\"\(lines(engine))")
    try folder.write(new + "\n", to: "mirror-engine.toml")
  }

  func engine(_ arguments: [String], codes: Set<Int32> = [0]) throws -> Program.Result {
    try Program.run([Program.built("mirror-engine")] + arguments, in: folder, codes: codes)
  }

  /// Extracts and audits; the summary.
  @discardableResult
  func audit(drawsPlan: Bool = false, codes: Set<Int32> = [0, 2]) throws -> String {
    _ = try engine(["extract", "--out", "extract"])
    let command = ["run", "--extract", "extract", "--out", "report", "--json"]
    return try Program.run(
      [Program.built("mirror-audit")] + command + (drawsPlan ? ["--plan"] : []), in: folder,
      codes: codes
    ).output
  }

  func approve() throws {
    try Program.run(
      [
        Program.built("mirror-audit"), "approve", Self.plan, "--all", "--by", Self.principal,
      ], in: folder)
  }

  func sign() throws {
    if !folder.has("key") {
      try Program.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key"], in: folder)
      try folder.write("\(Self.principal) \(try folder.text("key.pub"))", to: "allowed_signers")
    }
    try Program.run(
      ["ssh-keygen", "-Y", "sign", "-q", "-n", "mirror-audit-repair", "-f", "key", Self.plan],
      in: folder)
  }

  static let execution = ["execute", plan, "--yes"]

  func execute(_ more: String..., codes: Set<Int32> = [0, 2]) throws -> Program.Result {
    try engine(Self.execution + more, codes: codes)
  }

  /// The outcomes by action, as `execution.xml` has them.
  func outcomes() throws -> [String: String] {
    let execution = try PlanExecution(readingFrom: folder.file("report/execution.xml"))
    return Dictionary(
      uniqueKeysWithValues: execution.results.map { ($0.actionID, $0.outcome.name) })
  }
}
