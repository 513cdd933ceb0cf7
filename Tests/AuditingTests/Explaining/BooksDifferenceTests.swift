import Auditing
import Invoicing
import Testing

@Suite struct BooksDifferenceTests {
  private func difference(_ before: String, _ after: String) throws -> BooksDifference {
    BooksDifference(from: try audit(of: before), to: try audit(of: after))
  }

  private func words(_ rows: [RowDifference]) -> [String] {
    rows.map { row in
      "\(row.id): "
        + row.columns.map { "\($0.name) \($0.before)>\($0.after)" }.joined(separator: ", ")
    }
  }

  private func table(_ file: ExtractFile, _ difference: BooksDifference) throws -> TableDifference {
    try #require(difference.tables.first { $0.file == file })
  }

  @Test func `rows are compared by id, whatever their order`() throws {
    let difference = try difference(
      """
      received R9 from A, 1 250.00 SEK, 2023-04-03
      received R10 from A, 1 250.00 SEK, 2023-04-03
      sent S1 mirrors R9
      """,
      """
      received R11 from B, 250.00 SEK, 2023-04-04, number 5
      received R10 from A, 2 500.00 SEK, 2023-04-03, processed
      sent S1 mirrors R10, 1 250.00 SEK
      """)
    let received = try table(.received, difference)
    #expect(received.added.map(\.id) == ["R11"])
    #expect(received.removed.map(\.id) == ["R9"])
    #expect(
      words(received.changed) == [
        "R10: net 1000.00>2000.00, vat 250.00>500.00, gross 1250.00>2500.00"
      ])
    #expect(words(try table(.sent, difference).changed) == ["S1: mirror_of R9>R10"])
    #expect(words(try table(.processed, difference).added) == ["R10: processed >true"])
    #expect((received.rowsBefore, received.rowsAfter) == (2, 2))
  }

  @Test func `an attempt more is an attempt more, be it like another`() throws {
    let once = """
      received R1 from A, 1 250.00 SEK, 2023-04-03
      attempt at 2023-04-04T08:00:00Z for R1, timeout
      """
    let twice = once + "\nattempt at 2023-04-04T08:00:00Z for R1, timeout"
    let attempts = try table(.attempts, try difference(once, twice))
    #expect(
      words(attempts.added) == [
        "R1: attempted_at >2023-04-04T08:00:00Z, outcome >timeout"
      ])
    #expect(attempts.removed + attempts.changed == [])
  }

  @Test func `findings appear, are resolved, or have another effect`() throws {
    let difference = try difference(
      """
      received R1 from A, 1 250.00 SEK, 2023-04-03, processed
      received R2 from A, 500.00 SEK, 2023-04-03, processed
      sent S2 mirrors R2, 400.00 SEK
      received R3 from A, 500.00 SEK, 2023-04-03, processed
      """,
      """
      received R1 from A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1
      received R2 from A, 500.00 SEK, 2023-04-03, processed
      sent S2 mirrors R2, 450.00 SEK
      received R3 from A, 500.00 SEK, 2023-04-03, processed
      received R4 from A, 900.00 SEK, 2023-04-03, processed
      """)
    #expect(difference.appeared.map(\.receivedID) == ["R4"])
    #expect(difference.resolved.map(\.receivedID) == ["R1"])
    #expect(difference.changed.map(\.after.receivedID) == ["R2"])
    #expect(difference.changed.map { [$0.before.effect, $0.after.effect] } == [[-10_000, -5000]])
    #expect(difference.persisting == 1)
    #expect(difference.tieOut.map(\.before.expected) == [225_000])
    #expect(difference.tieOut.map(\.after.expected) == [315_000])
    #expect(difference.tieOut.map(\.isChange) == [true])
  }

  @Test func `books differ from themselves in nothing, and from others in nothing left out`() {
    for seed in PropertyRuns.seeds(oneOf: 30) {
      var rows = RandomBooks.draw(seed: seed)
      let audit = Auditor.audit(BookBuilder.books(rows))
      #expect(BooksDifference(from: audit, to: audit).isEmpty, "seed \(seed)")
      var random = SplitMix(seed: seed)
      rows.shuffle(using: &random)
      let shuffled = Auditor.audit(BookBuilder.books(rows))
      #expect(BooksDifference(from: audit, to: shuffled).isEmpty, "seed \(seed)")
      let other = Auditor.audit(BookBuilder.books(RandomBooks.draw(seed: seed + 1)))
      let there = BooksDifference(from: audit, to: other)
      let back = BooksDifference(from: other, to: audit)
      for (table, reversed) in zip(there.tables, back.tables) {
        #expect(table.added.map(\.id) == reversed.removed.map(\.id), "seed \(seed)")
        #expect(table.changed.count == reversed.changed.count, "seed \(seed)")
        let grown = table.added.count - table.removed.count
        if let before = table.rowsBefore, let after = table.rowsAfter {
          #expect(after - before == grown, "seed \(seed), \(table.file)")
        }
      }
      #expect(there.appeared.count == back.resolved.count, "seed \(seed)")
    }
  }
}
