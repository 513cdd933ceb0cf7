internal import EconomyAPI

/// By what a party of the books is looked up.
enum PartyKey: Hashable {
  case id(Int64)
  case foreignID(String)
  case name(String)

  /// All that a party answers to.
  static func keys(of party: APIParty) -> [PartyKey] {
    [
      party.id.map { .id($0) }, party.foreignID.map { .foreignID($0) },
      party.name.map { .name($0) },
    ].compactMap(\.self)
  }
}
