internal import EconomyAPI

extension SandboxMachine {
  mutating func create(_ party: APIParty, _ kind: PartyKind) throws(Refusal) -> Answer {
    guard let name = party.name, !name.isEmpty else {
      throw .outOfRange("name", "a \(kind.rawValue) needs one")
    }
    var party = party
    let id = counters.next(kind == .supplier ? \.supplier : \.client)
    party.id = id
    party.active = party.active ?? true
    keep(.party(company: course.company, kind, party))
    course.did(.created, id, foreignID: party.foreignID)
    return .created(id, replayed: false)
  }

  mutating func update(
    _ id: Int64, _ change: APIParty, _ kind: PartyKind
  ) throws(Refusal) -> Answer {
    var party = try findParty(id, kind)
    if change.name == "" { throw .outOfRange("name", "a \(kind.rawValue) needs one") }
    party.foreignID = change.foreignID ?? party.foreignID
    party.name = change.name ?? party.name
    party.orgno = change.orgno ?? party.orgno
    party.vatNumber = change.vatNumber ?? party.vatNumber
    party.countryCode = change.countryCode ?? party.countryCode
    party.email = change.email ?? party.email
    party.active = change.active ?? party.active
    party.address = change.address ?? party.address
    keep(.party(company: course.company, kind, party))
    course.did(.updated, id, foreignID: party.foreignID)
    return .party(kind, party)
  }

  /// Changes the books, and says so.
  mutating func keep(_ change: Change) {
    apply(change)
    course.changes.append(change)
  }
}
