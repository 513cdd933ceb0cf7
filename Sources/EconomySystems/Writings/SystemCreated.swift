/// The answer to a create.
package struct SystemCreated: Hashable, Sendable {
  package var id: String
  /// The system said itself that the answer is an old one; most do not say.
  package var replayed: Bool

  package init(id: String, replayed: Bool) {
    self.id = id
    self.replayed = replayed
  }
}
