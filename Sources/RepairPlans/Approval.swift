package import Invoicing

/// Who approved an action, and when.
package struct Approval: Equatable, Sendable {
  /// A principal of the allowed-signers file.
  package var by: String
  package var at: Moment

  package init(by: String, at: Moment) {
    self.by = by
    self.at = at
  }
}
