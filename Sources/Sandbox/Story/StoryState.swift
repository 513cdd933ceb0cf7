internal import Invoicing

/// What goes from one chapter of the story to the next.
struct StoryState: Sendable {
  var office: StoryOffice
  var engine: OldEngine
  var register: [Int64: StoryRecord] = [:]
  /// Received invoices of the months before, not paid yet.
  var unpaid: [Int64] = []
  /// Received invoices whose mirrors stay drafts: nobody sees them.
  var overlookedReceived: [Int64] = []
  /// Draws the months of the first two years.
  var random = SeededRandom(seed: 2021)

  init(_ office: StoryOffice) {
    self.office = office
    engine = OldEngine(office)
  }

  /// The mirrors that stay drafts.
  var overlooked: Set<Int64> { Set(overlookedReceived.compactMap { engine.mirrors[$0] }) }

  func teller(_ system: StorySystem) -> StoryTeller {
    StoryTeller(system, office, register: register)
  }
}
