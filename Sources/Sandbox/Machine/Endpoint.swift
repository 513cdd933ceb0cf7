/// A verb and a resource, as `PUT client/invoice`.
package struct Endpoint: Hashable, Sendable {
  package var verb: Verb
  package var resource: Resource

  package init(_ verb: Verb, _ resource: Resource) {
    self.verb = verb
    self.resource = resource
  }

  /// Whether a rule for this endpoint holds for a request to the other one.
  package func covers(_ other: Self) -> Bool {
    verb == other.verb && resource.covers(other.resource)
  }
}

extension Endpoint: CustomStringConvertible {
  package var description: String { "\(verb.rawValue) \(resource.rawValue)" }
}
