internal import EconomyAPI
internal import Invoicing

/// The truth log, sorted by what it tells of whom.
struct TruthHistory: Sendable {
  /// Creates, replayed ones too, by the received id that they were meant for.
  private(set) var tries: [String: [TruthEvent]] = [:]
  /// What made an invoice of the group: a create, or a credit.
  private(set) var makers: [Int64: TruthEvent] = [:]
  private(set) var deletions: [Int64: TruthEvent] = [:]
  /// Whether the last that was done to a received invoice left it marked processed.
  private(set) var isProcessed: [Int64: Bool] = [:]

  /// - Throws: `.gap`.
  init(_ events: [TruthEvent], group: Int64) throws(TruthFault) {
    var next: Int64 = 1
    for event in events {
      guard event.number == next else { throw .gap(at: next) }
      next += 1
      if event.company == group { take(event) }
    }
  }

  /// All that was made for a received invoice, deleted or not, by id.
  func made(for received: String) -> [Int64] {
    (tries[received] ?? []).filter { $0.deed == .created }.compactMap(\.subject).sorted()
  }

  /// The answers that the engine got for a received invoice: which invoice, and when.
  func answers(for received: String) -> [(id: Int64, event: TruthEvent)] {
    (tries[received] ?? []).compactMap { event in
      guard event.deed == .created || event.deed == .replayed, event.delivery == .prompt,
        event.status == 200, let id = event.subject
      else { return nil }
      return (id, event)
    }
  }

  private mutating func take(_ event: TruthEvent) {
    switch (event.endpoint.verb, event.endpoint.resource) {
    case (.put, .clientInvoice):
      if let received = event.meantFor { tries[received, default: []].append(event) }
      if event.deed == .created, let id = event.subject { makers[id] = event }
    case (.post, .credit):
      if event.deed == .credited, let id = event.subject { makers[id] = event }
    case (.delete, .clientInvoice):
      if event.deed == .deleted, let id = event.subject { deletions[id] = event }
    case (.post, .supplierInvoice):
      if event.deed == .updated, let id = event.subject {
        isProcessed[id] = event.foreignID == "processed"
      }
    default: return
    }
  }
}
