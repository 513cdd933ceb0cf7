internal import Foundation

/// The signature of a plan, as `ssh-keygen -Y sign` makes it beside the plan and git checks it.
package enum PlanSignature {
  /// What a signature must have been made for.
  package static let namespace = "mirror-audit-repair"

  /// The signer of the plan, a principal of the allowed-signers file.
  ///
  /// The bytes that are checked are those that the plan was read from.
  ///
  /// - Parameter tool: where `ssh-keygen` is; looked for in `PATH` where it is not given.
  package static func signer(
    of file: PlanFile, allowedSigners: String, tool: String? = nil
  ) throws(PlanRefusal) -> String {
    guard let tool = tool ?? SSHKeygen.find() else { throw .noSSHKeygen }
    guard FileManager.default.isReadableFile(atPath: allowedSigners) else {
      throw .cannotReadSigners(path: allowedSigners)
    }
    let signature = "\(file.path).sig"
    guard FileManager.default.isReadableFile(atPath: signature) else {
      throw .unsigned(plan: file.path, signature: signature)
    }
    let keygen = SSHKeygen(path: tool)
    do {
      return try keygen.withMessage(file.bytes) { message in
        try signer(file.path, signature, allowedSigners, keygen, message)
      }
    } catch let refusal as PlanRefusal {
      throw refusal
    } catch {
      throw .cannotCheck(plan: file.path, reason: error.localizedDescription)
    }
  }

  private static func signer(
    _ plan: String, _ signature: String, _ signers: String, _ keygen: SSHKeygen, _ message: URL
  ) throws -> String {
    let seal = try keygen.run(
      ["-Y", "check-novalidate", "-n", namespace, "-s", signature], reading: message)
    guard seal.isSuccess else { throw PlanRefusal.changedSinceSigned(plan: plan) }
    let found = try keygen.run(
      ["-Y", "find-principals", "-f", signers, "-s", signature], reading: message)
    guard found.isSuccess, let principal = found.lines.first else {
      throw PlanRefusal.stranger(plan: plan, signers: signers)
    }
    let verified = try keygen.run(
      ["-Y", "verify", "-n", namespace, "-f", signers, "-I", principal, "-s", signature],
      reading: message)
    guard verified.isSuccess else {
      throw PlanRefusal.notAllowed(
        plan: plan, signer: principal, reason: verified.lines.first ?? "ssh-keygen refuses it")
    }
    return principal
  }
}
