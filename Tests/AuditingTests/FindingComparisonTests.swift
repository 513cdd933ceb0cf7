import Auditing
import Invoicing
import Testing

@Suite struct FindingComparisonTests {
  private static let missing = "received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed\n"
  private static let mended = missing + "sent S1 mirrors R1\n"
  private static let other = "received R2 from Konsult A, 800.00 SEK, 2023-04-03, processed\n"

  /// Audits books one after the other, each compared with the findings before, and gives the last
  /// one's findings with their states.
  private func states(_ snapshots: String...) throws -> [String] {
    var before: [FindingRecord] = []
    for text in snapshots {
      before = try audit(of: text).compared(to: before).findings.map(\.record)
    }
    return before.map { "\($0.rule) \($0.receivedID) \($0.state.name) \($0.effect)" }
  }

  @Test func `what was not there before is new`() throws {
    #expect(try states(Self.missing) == ["missing-mirror R1 new -125000"])
    #expect(try states(Self.mended, Self.missing) == ["missing-mirror R1 new -125000"])
  }

  @Test func `what was there persists, also through more snapshots and with another effect`() throws
  {
    #expect(try states(Self.missing, Self.missing) == ["missing-mirror R1 persisting -125000"])
    let dearer = "received R1 from Konsult A, 1 300.00 SEK, 2023-04-03, processed"
    #expect(
      try states(Self.missing, Self.missing, dearer) == ["missing-mirror R1 persisting -130000"])
  }

  @Test func `what is there no more is resolved once, with no effect`() throws {
    #expect(try states(Self.missing, Self.mended) == ["missing-mirror R1 resolved 0"])
    #expect(try states(Self.missing, Self.mended, Self.mended) == [])
  }

  @Test func `what comes back after it was resolved is new`() throws {
    #expect(
      try states(Self.missing, Self.mended, Self.missing) == ["missing-mirror R1 new -125000"])
  }

  @Test func `a finding told alone has the words that it has among others`() throws {
    let before = try audit(of: Self.missing + Self.other).findings.map(\.record)
    let findings = try audit(of: Self.missing).compared(to: before).findings
    let told = findings.told(0..<findings.count)
    #expect(told.rows.count == 2)
    #expect(told.rows.indices.map(told.finding) == Array(findings))
    #expect(findings.fingerprints == findings.map(\.record.fingerprint))
  }

  @Test func `a resolved finding stands in the order of findings and keeps its words`() throws {
    let before = try audit(of: Self.missing + Self.other).findings.map(\.record)
    let audit = try audit(of: Self.mended + Self.other + "flag R1 unprocessed")
      .compared(to: before)
    #expect(
      audit.findings.map { "\($0.record.receivedID) \($0.record.state.name)" } == [
        "R2 persisting", "R1 resolved", "R1 new",
      ])
    let resolved = audit.findings[1]
    #expect(resolved.record.cause == before[0].cause)
    #expect(resolved.evidence == [])
    #expect(resolved.links == [])
    #expect(audit.rules.first { $0.rule == "missing-mirror" }?.findings == 1)
    #expect(audit.balances)
  }

  @Test func `findings alike in severity, effect and rule stand in the order of their ids`() throws
  {
    let ids = [
      "", "7", "07", "10", "12345678901", "12345678902", "R1", "R10", "R1000000", "R1000001",
    ]
    let one = try #require(try audit(of: Self.missing).findings.first).record
    var before: [FindingRecord] = []
    for rule in ["number-gap", "missing-mirror"] {
      for received in ids {
        for sent in [[], ["S9"], ["S90000000", "S1"], ["S90000000", "S2"], ["5"], ["S90000001"]] {
          for number in ["A-1", "A-10000000", "A-10000001", "3"] {
            var record = one
            (record.rule, record.receivedID, record.number) = (rule, received, number)
            record.sentIDs = sent
            record.fingerprint = "\(before.count)"
            before.append(record)
          }
        }
      }
    }
    // The order of both is the same only if nothing but the keys tells it.
    for given in [before, before.reversed()] {
      let sorted = try audit(of: Self.mended).compared(to: given).findings.map(\.record)
      #expect(sorted.count == before.count)
      for (a, b) in zip(sorted, sorted.dropFirst()) { #expect(Self.precedes(a, b)) }
    }
  }

  private static func precedes(_ a: FindingRecord, _ b: FindingRecord) -> Bool {
    if a.rule != b.rule { return a.rule < b.rule }
    let ids = [(a.receivedID, b.receivedID)] + zip(a.sentIDs, b.sentIDs)
    let order = ids.lazy.map { IdentifierOrder.compare($0.utf8.span, $1.utf8.span) }.first {
      $0 != 0
    }
    if let order { return order < 0 }
    if a.sentIDs.count != b.sentIDs.count { return a.sentIDs.count < b.sentIDs.count }
    return IdentifierOrder.compare(a.number.utf8.span, b.number.utf8.span) < 0
  }

  @Test func `an audit compared with itself changes nothing but the states`() throws {
    let audit = try audit(of: Self.missing + Self.other)
    let again = audit.compared(to: audit.findings.map(\.record))
    #expect(again.findings.map(\.record.state) == [.persisting, .persisting])
    #expect(again.findings.map(\.record.fingerprint) == audit.findings.map(\.record.fingerprint))
    #expect(again.findings.map(\.evidence) == audit.findings.map(\.evidence))
  }
}
