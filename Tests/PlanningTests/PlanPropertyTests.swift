import Auditing
import Foundation
import Invoicing
import Planning
import RepairPlans
import Testing

/// What holds of every plan; where it does not, the seed is told that draws the books again.
@Suite struct PlanPropertyTests {
  private struct Drawn {
    let audit: Audit
    let plan: RepairPlan

    init(seed: UInt64) throws {
      let books = BookBuilder.books(RandomBooks.draw(seed: seed))
      audit = Auditor.audit(books)
      plan = try PlanningTests.plan(of: books)
    }

    /// The status of a sent invoice.
    func status(_ id: String) -> SentStatus? {
      let sent = audit.books.sent
      let place = sent.invoices.id.indices.first { audit.books.string(sent.invoices.id[$0]) == id }
      return place.map { sent.status[$0] }
    }
  }

  @Test func `every finding is in an action, and each invoice at fault in exactly one`() throws {
    var kinds: Set<RepairKind> = []
    for seed in PropertyRuns.seeds() {
      let drawn = try Drawn(seed: seed)
      for finding in drawn.audit.findings.map(\.record) {
        let actions = drawn.plan.actions.filter { $0.findings.contains(finding.fingerprint) }
        kinds.formUnion(actions.map(\.kind))
        if finding.repair == .cancelInvoice {
          for id in finding.sentIDs {
            let touching = actions.filter { $0.invoices.contains { $0.id == id } }
            let ending = touching.count { action in
              action.invoices.contains {
                $0.id == id && ($0.operation == .delete || $0.operation == .credit)
              }
            }
            let isLeft = touching.contains { $0.kind == .manual }
            let isWaiting = actions.map(\.kind) == [.manual]
            #expect(ending == 1 || ending == 0 && (isLeft || isWaiting), "seed \(seed), \(id)")
          }
          #expect(!actions.isEmpty, "seed \(seed)")
        } else {
          #expect(actions.count == 1, "seed \(seed), \(finding.rule) \(finding.receivedID)")
        }
      }
    }
    #expect(kinds == Set(RepairKind.allCases))
  }

  @Test func `no action is twice, and none is about a finding that is not there`() throws {
    for seed in PropertyRuns.seeds() {
      let drawn = try Drawn(seed: seed)
      let ids = drawn.plan.actions.map(\.id)
      #expect(Set(ids).count == ids.count, "seed \(seed)")
      let known = Set(drawn.audit.findings.map(\.record.fingerprint))
      #expect(known.isSuperset(of: drawn.plan.actions.flatMap(\.findings)), "seed \(seed)")
    }
  }

  @Test func `no paid or credited invoice is touched, and no booked one deleted`() throws {
    var touched = 0
    for seed in PropertyRuns.seeds() {
      let drawn = try Drawn(seed: seed)
      for invoice in drawn.plan.actions.flatMap(\.invoices) where invoice.ledger == .sent {
        let status = drawn.status(invoice.id)
        switch invoice.operation {
        case .keep, .mark: continue
        case .delete, .send: #expect(status == .draft, "seed \(seed), \(invoice.id)")
        case .credit: #expect(status == .booked || status == .sent, "seed \(seed), \(invoice.id)")
        case .attach: #expect(status != .paid && status != .credited, "seed \(seed)")
        }
        touched += 1
      }
    }
    #expect(touched > 0)
  }

  @Test func `what makes, sends or credits waits for a person`() throws {
    for seed in PropertyRuns.seeds() {
      for action in try Drawn(seed: seed).plan.actions {
        let isGrave =
          action.create != nil
          || action.invoices.contains { $0.operation == .send || $0.operation == .credit }
        #expect(!isGrave || action.safety == .review, "seed \(seed)")
        #expect(!isGrave || !action.mayRun, "seed \(seed)")
        #expect(action.approval == nil, "seed \(seed)")
      }
    }
  }

  @Test func `a create rests on nothing live, its key is its intent, its lines are its sum`() throws
  {
    var creates = 0
    for seed in PropertyRuns.seeds() {
      let plan = try Drawn(seed: seed).plan
      let made = plan.actions.compactMap { action in action.create.map { (action, $0) } }
      #expect(Set(made.map { $0.1.receivedID }).count == made.count, "seed \(seed)")
      for (action, mirror) in made {
        let key = IntentKey.key(receivedID: mirror.receivedID, dead: mirror.deadMirrors)
        #expect(mirror.key == key, "seed \(seed)")
        let live = action.expect.mirrors?.live
        let ended = action.invoices.filter { $0.operation == .delete || $0.operation == .credit }
        #expect(live == ended.map(\.id), "seed \(seed)")
        #expect(Set(ended.map(\.id)).isSubset(of: mirror.deadMirrors), "seed \(seed)")
        #expect(
          mirror.lines.reduce(0) { $0 + $1.net.minorUnits } == mirror.net.minorUnits,
          "seed \(seed)")
        #expect(mirror.net.minorUnits + mirror.vat.minorUnits == mirror.gross.minorUnits)
        creates += 1
      }
    }
    #expect(creates > 0)
  }

  @Test func `the order of the rows means nothing`() throws {
    for seed in PropertyRuns.seeds(oneOf: 2) {
      var rows = RandomBooks.draw(seed: seed)
      let before = try PlanningTests.plan(of: BookBuilder.books(rows))
      var random = SplitMix(seed: seed)
      rows.shuffle(using: &random)
      #expect(try PlanningTests.plan(of: BookBuilder.books(rows)) == before, "seed \(seed)")
    }
  }

  @Test func `a plan that is written and read is the same, and has the same bytes`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "mirror-audit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "repair-plan.xml").path
    var read = 0
    for seed in PropertyRuns.seeds(oneOf: 10) {
      let plan = try Drawn(seed: seed).plan
      // The books of these tests have digests of two letters.
      guard plan.actions.allSatisfy({ $0.attachments.isEmpty }),
        plan.actions.allSatisfy({ $0.create?.attachments.isEmpty ?? true })
      else { continue }
      try PlanFile.write(plan, to: path)
      let file = try PlanFile(readingFrom: path)
      #expect(file.plan == plan, "seed \(seed)")
      try PlanFile.write(file.plan, to: path)
      #expect(try PlanFile(readingFrom: path).bytes == file.bytes, "seed \(seed)")
      read += 1
    }
    #expect(read > 10)
  }
}
