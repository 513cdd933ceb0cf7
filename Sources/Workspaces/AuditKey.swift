/// What decides the findings of an audit.
package struct AuditKey: Hashable, Sendable {
  /// The snapshot's, 64 hex digits.
  package var identity: String
  package var rulesVersion: String
  package var settingsDigest: String

  package init(identity: String, rulesVersion: String, settingsDigest: String) {
    self.identity = identity
    self.rulesVersion = rulesVersion
    self.settingsDigest = settingsDigest
  }
}
