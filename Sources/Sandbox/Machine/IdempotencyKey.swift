/// The key that a create is sent with.
package struct IdempotencyKey: Hashable, Sendable {
  package var text: String
  /// Tells bodies apart, for `strict`; the machine compares it and knows not what it is.
  package var fingerprint: String

  package init(_ text: String, fingerprint: String) {
    self.text = text
    self.fingerprint = fingerprint
  }
}
