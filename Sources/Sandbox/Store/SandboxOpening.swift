/// How books are opened: what is not asked for stays as they had it last.
package struct SandboxOpening: Sendable {
  /// The companies to serve; empty: those that were served last, in new books company 1.
  package var companies: [Int64] = []
  package var idempotency: IdempotencyMode?
  package var marksReplays: Bool?
  package var allowsDeletingCertified: Bool?

  package init() {}

  /// The machine of these books, which remember what was asked for.
  package func open(_ store: SandboxStore) throws(SandboxStoreError) -> SandboxMachine {
    var machine = try store.load()
    var changes: [Change] = []
    let known = machine.companies.keys.sorted()
    let wanted = companies.isEmpty && known.isEmpty ? [1] : companies
    if !wanted.isEmpty {
      for company in known where !wanted.contains(company) {
        changes += machine.close(company: company)
      }
      for company in wanted { changes += machine.open(company: company) }
    }
    var settings = machine.settings
    settings.idempotency = idempotency ?? settings.idempotency
    settings.marksReplays = marksReplays ?? settings.marksReplays
    settings.allowsDeletingCertified = allowsDeletingCertified ?? settings.allowsDeletingCertified
    changes += machine.set(settings)
    try store.write(changes, [])
    return machine
  }
}
