/// The two kinds of parties, of one shape.
package enum PartyKind: String, CaseIterable, Hashable, Sendable {
  case supplier
  case client

  var resource: Resource {
    switch self {
    case .supplier: .supplier
    case .client: .client
    }
  }
}
