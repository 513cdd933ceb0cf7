package import Invoicing

/// Why a plan that can be read is not executed; it can still be viewed.
package enum PlanRefusal: Error, Equatable {
  case unsigned(plan: String, signature: String)
  /// The signature is a signature, and not of these bytes.
  case changedSinceSigned(plan: String)
  /// The key that signed it is nobody's in the allowed-signers file.
  case stranger(plan: String, signers: String)
  /// A signer whom the allowed-signers file does not let sign this, or not any more.
  case notAllowed(plan: String, signer: String, reason: String)
  case approverUnknown(plan: String, approver: String, actions: [String], signers: String)
  case otherGroup(plan: String, drawnFor: String, configured: String)
  case tooOld(plan: String, takenAt: Moment, days: Int, most: Int)
  case noSSHKeygen
  case cannotReadSigners(path: String)
  case cannotCheck(plan: String, reason: String)
}

extension PlanRefusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unsigned(let plan, let signature):
      """
      \(plan): the plan is not signed, and signers are configured: there is no \(signature)
        sign it with 'ssh-keygen -Y sign -n \(PlanSignature.namespace) -f KEY \(plan)'
      """
    case .changedSinceSigned(let plan):
      """
      \(plan): the plan was changed after it was signed, or its signature is for something else
        look at it again with 'mirror-audit plan --show', then sign it again
      """
    case .stranger(let plan, let signers):
      "\(plan): the plan is signed by a stranger: the key is nobody's in \(signers)"
    case .notAllowed(let plan, let signer, let reason):
      "\(plan): the signature of \(signer) does not count: \(reason)"
    case .approverUnknown(let plan, let approver, let actions, let signers):
      """
      \(plan): \(approver.printable) approved \(actions.joined(separator: ", ")), and is not among \
      the signers in \(signers)
      """
    case .otherGroup(let plan, let drawnFor, let configured):
      "\(plan): the plan was drawn for the group '\(drawnFor.printable)', and this engine works "
        + "for '\(configured)'"
    case .tooOld(let plan, let takenAt, let days, let most):
      """
      \(plan): the plan is too old: its snapshot is of \(takenAt), \(days) days ago, and \(most) \
      are allowed
        audit again and draw a new one
      """
    case .noSSHKeygen: Self.withoutSSHKeygen
    case .cannotReadSigners(let path):
      "the allowed-signers file '\(path)' cannot be read"
    case .cannotCheck(let plan, let reason):
      "\(plan): its signature cannot be checked: \(reason)"
    }
  }

  private static let withoutSSHKeygen = """
    ssh-keygen is not installed, and without it no signature can be checked
      install it (openssh-client), or configure no allowed signers
    """
}
