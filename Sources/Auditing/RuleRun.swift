package import Invoicing

/// That a rule ran and what it found, or why it did not run.
package struct RuleRun: Equatable, Sendable {
  package var rule: String
  package var severity: Severity
  /// Findings, resolved ones aside.
  package var findings = 0
  /// The file that the rule reads and the extract lacks; the rule did not run.
  package var lacks: ExtractFile?

  package init(rule: String, severity: Severity) {
    self.rule = rule
    self.severity = severity
  }
}
