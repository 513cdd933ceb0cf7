package import Invoicing

/// A run of the auditor, for the record alone: nothing of it reaches a report.
package struct Run: Equatable, Sendable {
  package var audit: AuditKey
  package var startedAt: Moment
  package var exitCode: Int
  package var newFindings: Int
  package var persistingFindings: Int
  package var resolvedFindings: Int

  package init(
    audit: AuditKey, startedAt: Moment, exitCode: Int, newFindings: Int,
    persistingFindings: Int, resolvedFindings: Int
  ) {
    self.audit = audit
    self.startedAt = startedAt
    self.exitCode = exitCode
    self.newFindings = newFindings
    self.persistingFindings = persistingFindings
    self.resolvedFindings = resolvedFindings
  }
}
