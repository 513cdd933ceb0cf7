/// What really happened, and the books that it left: all that the truth is written from.
package struct TruthLog: Sendable {
  /// Of all companies, in their order.
  package var events: [TruthEvent]
  let machine: SandboxMachine

  package init(_ store: SandboxStore) throws(SandboxStoreError) {
    machine = try store.load()
    events = []
    for company in machine.companies.keys.sorted() {
      events += try store.truth(company: company, .all).items
    }
    events.sort { $0.number < $1.number }
  }
}
