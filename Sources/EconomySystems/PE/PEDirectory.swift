internal import EconomyAPI

/// Who the parties of the books are, as they were when this connector first asked.
///
/// Read again where somebody is asked for who was not there; several who ask at once share one
/// request.
actor PEDirectory {
  enum Kind: String {
    case supplier
    case client
  }

  private struct Place: Hashable {
    let kind: Kind
    let company: Int64
  }

  private typealias Reading = Task<Result<[APIParty], SystemFailure>, Never>

  private let wire: PEWire
  private var known: [Place: [APIParty]] = [:]
  private var running: [Place: Reading] = [:]
  private var info: CompanyInfo?

  init(_ wire: PEWire) {
    self.wire = wire
  }

  /// The parties that pass, read anew where none of those known does.
  func parties(
    _ kind: Kind, of company: Int64, within time: Duration,
    where passes: @Sendable (APIParty) -> Bool
  ) async throws(SystemFailure) -> [APIParty] {
    let place = Place(kind: kind, company: company)
    if let passing = known[place]?.filter(passes), !passing.isEmpty { return passing }
    return try await read(place, within: time).filter(passes)
  }

  /// The name of a party; the id itself where it is gone.
  func name(
    of id: Int64, _ kind: Kind, in company: Int64, within time: Duration
  ) async throws(SystemFailure) -> String {
    let found = try await parties(kind, of: company, within: time) { $0.id == id }
    return found.first?.name ?? "\(kind.rawValue) \(id)"
  }

  /// All parties, as known.
  func all(
    _ kind: Kind, of company: Int64, within time: Duration
  ) async throws(SystemFailure) -> [APIParty] {
    let place = Place(kind: kind, company: company)
    if let known = known[place] { return known }
    return try await read(place, within: time)
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
  ) async throws(SystemFailure) -> [APIParty] {
    let reading = running[place] ?? begin(place, within: time)
    let result = await reading.value
    if running[place] == reading { running[place] = nil }
    let parties = try result.get()
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
