internal import Auditing
internal import Invoicing

/// What an auditor keeps from one audit to the next, and what the oracle knows of it.
struct AuditMemory: Sendable {
  /// The snapshot before, as its file would hold it.
  struct Snapshot: Sendable {
    let audit: Audit
    let identity: String
  }

  var snapshot: Snapshot?
  /// The oracle's own: the received invoice of each sent one that was linked, or had vanished, in
  /// the snapshot before.
  var seen: [String: String] = [:]
}
