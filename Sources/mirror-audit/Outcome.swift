internal import Auditing
internal import Foundation

/// How a run ends, as its exit code says.
enum Outcome: Int32 {
  case clean = 0
  case failure = 1
  case findings = 2
  /// The tool is wrong, not the books.
  case unbalanced = 70

  init(_ audit: Audit) {
    let isFound = audit.findings.indices.contains { place in
      let finding = audit.findings.figures(at: place)
      return finding.state != .resolved && finding.severity < .info
    }
    self = !audit.balances ? .unbalanced : isFound ? .findings : .clean
  }

  /// Ends the program; all that it wrote is on the disk, and the books need no tidying up.
  func end() -> Never { exit(rawValue) }
}
