internal import EconomyAPI

/// Who the parties of the books are, as they were when this connector first asked.
///
/// Read again where somebody is asked for who was not there, once for each; several who ask at
/// once share one request.
actor PEDirectory {
  enum Kind: String {
    case supplier
    case client
  }

  private struct Place: Hashable {
    let kind: Kind
    let company: Int64
  }

  private struct Parties {
    let all: [APIParty]
    private var byKey: [PartyKey: [APIParty]] = [:]

    init(_ all: [APIParty]) {
      self.all = all
      for party in all {
        for key in PartyKey.keys(of: party) { byKey[key, default: []].append(party) }
      }
    }

    subscript(key: PartyKey) -> [APIParty] { byKey[key] ?? [] }
  }

  private typealias Reading = Task<Result<[APIParty], SystemFailure>, Never>

  private let wire: PEWire
  private var known: [Place: Parties] = [:]
  private var missed: [Place: Set<PartyKey>] = [:]
  private var running: [Place: Reading] = [:]
  private var info: CompanyInfo?

  init(_ wire: PEWire) {
    self.wire = wire
  }

  /// Those that answer to the key, in the order of their list.
  func parties(
    _ key: PartyKey, _ kind: Kind, of company: Int64, within time: Duration
  ) async throws(SystemFailure) -> [APIParty] {
    let place = Place(kind: kind, company: company)
    if let known = known[place] {
      let found = known[key]
      if !found.isEmpty || missed[place]?.contains(key) == true { return found }
    }
    let found = try await read(place, within: time)[key]
    if found.isEmpty { missed[place, default: []].insert(key) }
    return found
  }

  /// The name of a party; where it is gone, its kind and id.
  func name(
    of id: Int64, _ kind: Kind, in company: Int64, within time: Duration
  ) async throws(SystemFailure) -> String {
    let found = try await parties(.id(id), kind, of: company, within: time)
    return found.first?.name ?? "\(kind.rawValue) \(id)"
  }

  /// All parties, as known.
  func all(
    _ kind: Kind, of company: Int64, within time: Duration
  ) async throws(SystemFailure) -> [APIParty] {
    let place = Place(kind: kind, company: company)
    if let known = known[place] { return known.all }
    return try await read(place, within: time).all
  }

  func info(of company: Int64, within time: Duration) async throws(SystemFailure) -> CompanyInfo {
    if let info { return info }
    let answer = try await wire.good(.get("info", of: company), within: time)
    let read = try answer.message(.companyInformation)
    info = read
    return read
  }

  private func read(
    _ place: Place, within time: Duration
  ) async throws(SystemFailure) -> Parties {
    let reading = running[place] ?? begin(place, within: time)
    let result = await reading.value
    if running[place] == reading { running[place] = nil }
    let parties = Parties(try result.get())
    known[place] = parties
    return parties
  }

  private func begin(_ place: Place, within time: Duration) -> Reading {
    let wire = wire
    let reading = Reading {
      do throws(SystemFailure) {
        let request = PERequest.get(place.kind.rawValue, of: place.company)
        let answer = try await wire.good(request, within: time)
        let form = place.kind == .supplier ? MessageForm.supplier : .client
        return .success(try answer.list(form).items)
      } catch {
        return .failure(error)
      }
    }
    running[place] = reading
    return reading
  }
}
