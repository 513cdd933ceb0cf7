import Foundation
import Invoicing
import RepairPlans
import Testing

/// Plans signed with real keys, checked as git checks its own.
@Suite struct SignatureTests {
  /// A signed plan with its signers.
  private struct Signed {
    let folder: TemporaryFolder
    let plan: String
    let signers: String

    init(
      _ plan: RepairPlan? = nil, namespace: String = "mirror-audit-repair",
      principals: String = "anna@example.com"
    ) throws {
      folder = try TemporaryFolder()
      self.plan = folder.path("repair-plan.xml")
      signers = folder.path("allowed_signers")
      try PlanFile.write(try plan ?? SamplePlan.plan(), to: self.plan)
      try Self.keygen(["-q", "-t", "ed25519", "-N", "", "-f", folder.path("key")])
      let key = try folder.text("key.pub")
      _ = try folder.write("# who may sign\n\(principals) \(key)", to: "allowed_signers")
      try Self.keygen(["-Y", "sign", "-q", "-n", namespace, "-f", folder.path("key"), self.plan])
    }

    static func keygen(_ arguments: [String]) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["ssh-keygen"] + arguments
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
    }

    /// Who signed it, or why it is refused, on the second of June.
    func verdict(group: String = "Grupp & Söner \"AB\"", mostDays: Int? = 7) throws -> String {
      let gate = PlanGate(group: group, mostDays: mostDays, allowedSigners: signers)
      let now = try SamplePlan.moment("2023-06-02T08:00:00Z")
      do {
        return try gate.check(PlanFile(readingFrom: plan), now: now) ?? "nobody"
      } catch let refusal as PlanRefusal {
        return refusal.description.replacing(folder.path + "/", with: "")
      }
    }
  }

  @Test func `a plan that is signed by an allowed signer is taken`() throws {
    #expect(try Signed().verdict() == "anna@example.com")
  }

  @Test func `a plan without a signature is refused where signers are configured`() throws {
    let signed = try Signed()
    try FileManager.default.removeItem(atPath: signed.plan + ".sig")
    #expect(
      try signed.verdict() == """
        repair-plan.xml: the plan is not signed, and signers are configured: there is no \
        repair-plan.xml.sig
          sign it with 'ssh-keygen -Y sign -n mirror-audit-repair -f KEY repair-plan.xml'
        """)
  }

  private static let changed = """
    repair-plan.xml: the plan was changed after it was signed, or its signature is for something \
    else
      look at it again with 'mirror-audit plan --show', then sign it again
    """

  @Test func `an approval after the signature is a change`() throws {
    let signed = try Signed()
    let plan = try PlanFile(readingFrom: signed.plan).plan
    let approved = try plan.approving(
      nil, by: "anna@example.com", at: plan.takenAt, path: signed.plan)
    try PlanFile.write(approved, to: signed.plan)
    #expect(try signed.verdict() == Self.changed)
  }

  @Test func `a byte that changes nothing of what it says is a change`() throws {
    let signed = try Signed()
    let text = try signed.folder.text("repair-plan.xml")
    _ = try signed.folder.write(text + "\n", to: "repair-plan.xml")
    #expect(try signed.verdict() == Self.changed)
  }

  @Test func `a signature for something else does not count`() throws {
    #expect(try Signed(namespace: "git").verdict() == Self.changed)
  }

  @Test func `a stranger's signature does not count`() throws {
    let signed = try Signed()
    try Signed.keygen(["-q", "-t", "ed25519", "-N", "", "-f", signed.folder.path("other")])
    let key = try signed.folder.text("other.pub")
    _ = try signed.folder.write("anna@example.com \(key)", to: "allowed_signers")
    #expect(
      try signed.verdict() == "repair-plan.xml: the plan is signed by a stranger: the key is "
        + "nobody's in allowed_signers")
  }

  @Test func `a signer who may sign other things only does not count`() throws {
    let signed = try Signed(principals: "anna@example.com namespaces=\"git\"")
    let verdict = try signed.verdict()
    #expect(
      verdict.hasPrefix("repair-plan.xml: the plan is signed by a stranger")
        || verdict.hasPrefix("repair-plan.xml: the signature of anna@example.com does not count"))
  }

  @Test func `an approver who is not among the signers stops it`() throws {
    #expect(
      try Signed(principals: "bo@example.com").verdict()
        == "repair-plan.xml: anna@example.com approved 00000000000000a3, and is not among the "
        + "signers in allowed_signers")
  }

  @Test func `a plan of another group, and one too old, are refused before that`() throws {
    let signed = try Signed()
    #expect(
      try signed.verdict(group: "Others")
        == "repair-plan.xml: the plan was drawn for the group 'Grupp & Söner \"AB\"', and this "
        + "engine works for 'Others'")
    #expect(
      try signed.verdict(mostDays: 1) == """
        repair-plan.xml: the plan is too old: its snapshot is of 2023-05-31T06:00:00Z, 2 days ago, \
        and 1 are allowed
          audit again and draw a new one
        """)
    #expect(try signed.verdict(mostDays: nil) == "anna@example.com")
  }

  @Test func `without signers an unsigned plan is taken`() throws {
    let signed = try Signed()
    try FileManager.default.removeItem(atPath: signed.plan + ".sig")
    let gate = PlanGate(group: nil, mostDays: nil, allowedSigners: nil)
    let file = try PlanFile(readingFrom: signed.plan)
    #expect(try gate.check(file, now: file.plan.takenAt) == nil)
  }

  @Test func `signers that cannot be read, and a tool that is not there, are said`() throws {
    let signed = try Signed()
    let file = try PlanFile(readingFrom: signed.plan)
    #expect(throws: PlanRefusal.cannotReadSigners(path: "/none")) {
      try PlanSignature.signer(of: file, allowedSigners: "/none")
    }
    let refusal = #expect(throws: PlanRefusal.self) {
      try PlanSignature.signer(
        of: file, allowedSigners: signed.signers, tool: "/none/ssh-keygen")
    }
    #expect(refusal?.description.contains("its signature cannot be checked") == true)
    #expect(
      PlanRefusal.noSSHKeygen.description == """
        ssh-keygen is not installed, and without it no signature can be checked
          install it (openssh-client), or configure no allowed signers
        """)
    #expect(
      PlanRefusal.cannotReadSigners(path: "a").description
        == "the allowed-signers file 'a' cannot be read")
    #expect(
      PlanRefusal.notAllowed(plan: "p", signer: "s", reason: "r").description
        == "p: the signature of s does not count: r")
  }
}
