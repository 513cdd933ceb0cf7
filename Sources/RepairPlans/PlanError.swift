internal import Invoicing

/// Why a plan or an execution cannot be read, written or approved.
package enum PlanError: Error, Equatable {
  package enum Step: String, Sendable {
    case read, write
  }

  /// What is wrong in a document, and on which line.
  struct Place: Error, Equatable {
    let line: Int
    let detail: String
  }

  /// What was asked for, and the ids that come nearest.
  package struct UnknownAction: Equatable, Sendable {
    package var id: String
    package var near: [String]
  }

  /// The operating system refused.
  case cannot(Step, path: String, reason: String)
  case notXML(path: String, line: Int, column: Int, reason: String)
  /// It breaks its schema, or says what cannot be.
  case wrong(path: String, line: Int, detail: String)
  /// Its content has another id than it bears.
  case changed(path: String, bears: String, has: String)
  case unknownActions(path: String, [UnknownAction])
  /// An action that only a person can do cannot be approved.
  case leftToHands(path: String, ids: [String])
  case noApprover
  /// Our own bug: what was written breaks its own schema, or the schema is none.
  case ownBug(file: String, line: Int, message: String)
}

extension PlanError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannot(let step, let path, let reason):
      "cannot \(step.rawValue) '\(path)': \(reason)"
    case .notXML(let path, let line, let column, let reason):
      """
      \(path):\(line):\(column): \(reason.printable)
        expected: a repair-plan.xml as mirror-audit writes it
      """
    case .wrong(let path, let line, let detail):
      "\(path):\(line): \(detail.printable)\n  expected: what repair-plan.xsd allows"
    case .changed(let path, let bears, let has):
      """
      \(path): the plan was changed after it was drawn: it bears the id \(bears.prefix(12)), and \
      its content has the id \(has.prefix(12))
        draw it again with 'mirror-audit run --plan'
      """
    case .unknownActions(let path, let unknown):
      unknown.map { action in
        let near = action.near.isEmpty ? "" : "; there is \(action.near.joined(separator: ", "))"
        return "\(path): there is no action '\(action.id)'\(near)"
      }.joined(separator: "\n")
    case .leftToHands(let path, let ids):
      "\(path): \(ids.joined(separator: ", ")) \(ids.count == 1 ? "is" : "are") left to hands: "
        + "there is nothing that an engine could do with an approval"
    case .noApprover:
      "--by names who approves: a principal of the allowed-signers file"
    case .ownBug(let file, let line, let message):
      """
      \(file):\(line): \(message)
        this is a bug of Mirror Audit: the file breaks its own schema, and was not written
      """
    }
  }
}
