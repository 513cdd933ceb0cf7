/// What a reference to a snapshot leads to.
package struct FoundSnapshot: Equatable, Sendable {
  package var path: String
  /// What the workspace knows of it; nil: a file that was made elsewhere.
  package var registered: RegisteredSnapshot?

  package init(path: String, registered: RegisteredSnapshot?) {
    self.path = path
    self.registered = registered
  }
}
