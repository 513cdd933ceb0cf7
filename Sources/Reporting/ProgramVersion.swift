/// What made a report, so that the same can be had again.
package struct ProgramVersion: Equatable, Sendable {
  package var name: String
  package var version: String
  /// The version of the rules, which changes whenever an audit may say something else.
  package var rules: String

  package init(name: String, version: String, rules: String) {
    self.name = name
    self.version = version
    self.rules = rules
  }
}
