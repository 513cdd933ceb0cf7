import Auditing
import Invoicing
import Testing

/// What a rerun would do, mode by mode; the snapshot is of 2023-05-31T06:00:00Z.
@Suite struct ForecasterTests {
  /// For each received invoice the old key and the intent key, as `key outcome sent until`.
  private func forecast(_ books: String, _ mode: String) throws -> [String] {
    let mode = try #require(IdempotencyMode(mode))
    let books = BookBuilder.books(try BookText.read(books))
    return Forecaster.forecast(JudgedBooks(books, Settings()), mode: mode).map { row in
      let until =
        switch row.burnt {
        case .no: "-"
        case .until(let moment): moment.description
        case .forever: "forever"
        }
      let key = row.key.hasPrefix("mirror:") ? "intent" : row.key
      return "\(key) \(row.outcome.name) \(row.sentID.isEmpty ? "-" : row.sentID) \(until)"
    }
  }

  private static let trap = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
    sent S1 mirrors R1, deleted, key R1, created 2023-05-30T12:00:00Z

    """

  @Test(arguments: [
    ("none", "R1 fresh - -"), ("forever", "R1 replay-dead S1 forever"),
    ("ttl=24h", "R1 replay-dead S1 2023-05-31T12:00:00Z"), ("ttl=1h", "R1 fresh - -"),
    ("ttl=18h", "R1 fresh - -"), ("strict", "R1 conflict S1 forever"),
    ("strict+ttl=24h", "R1 conflict S1 2023-05-31T12:00:00Z"),
    ("strict+ttl=1h", "R1 fresh - -"), ("current", "R1 conflict S1 forever"),
    ("current+ttl=1h", "R1 fresh - -"),
  ]) func `a deleted mirror's key`(mode: String, old: String) throws {
    #expect(try forecast(Self.trap, mode) == [old, "intent fresh - -"])
  }

  @Test(arguments: [("forever", "replay-dead"), ("current", "replay-dead"), ("strict", "conflict")])
  func `a cancelled mirror is still there to come back`(mode: String, outcome: String) throws {
    let books = Self.trap.replacing("deleted", with: "cancelled")
    #expect(try forecast(books, mode)[0] == "R1 \(outcome) S1 forever")
  }

  @Test(arguments: [
    ("forever", "R2 replay-live S2 forever"), ("current", "R2 replay-live S2 forever"),
    ("strict", "R2 conflict S2 forever"), ("none", "R2 fresh - -"),
  ]) func `a key that another live invoice was made with brings that`(mode: String, old: String)
    throws
  {
    let books = """
      received R2 from Konsult A, 99.00 SEK, 2023-04-03, processed
      received R3 from Konsult A, 50.00 SEK, 2023-04-03, processed
      sent S2 mirrors R3, key R2, created 2023-05-30T12:00:00Z
      """
    #expect(try forecast(books, mode) == [old, "intent fresh - -"])
  }

  @Test(arguments: [
    ("forever", "K unknown - forever"), ("ttl=24h", "K unknown - 2023-05-31T07:00:00Z"),
    ("ttl=1h", "K fresh - -"), ("strict", "K unknown - forever"), ("none", "K fresh - -"),
  ]) func `a timeout of which nothing is known`(mode: String, old: String) throws {
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      attempt at 2023-05-30T07:00:00Z for R1, timeout, with key K
      """
    #expect(try forecast(books, mode) == [old, "intent fresh - -"])
  }

  @Test func `a timeout that met a bound key made nothing`() throws {
    let books =
      Self.trap + "attempt at 2023-05-30T12:30:00Z for R1, timeout, with key R1"
    #expect(try forecast(books, "ttl=1h")[0] == "R1 fresh - -")
    let later = Self.trap + "attempt at 2023-05-31T05:30:00Z for R1, timeout, with key R1"
    #expect(try forecast(later, "ttl=1h")[0] == "R1 unknown - 2023-05-31T06:30:00Z")
  }

  @Test func `the last key tried is the old one, and what it made has vanished`() throws {
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      attempt at 2023-05-30T07:00:00Z for R1, created S1, with key A
      attempt at 2023-05-30T08:00:00Z for R1, created S2, with key B
      """
    #expect(try forecast(books, "forever") == ["B replay-dead S2 forever", "intent fresh - -"])
    #expect(
      try forecast(books, "ttl=24h")
        == ["B replay-dead S2 2023-05-31T08:00:00Z", "intent fresh - -"])
  }

  @Test func `a replay says that the key was bound, not since when`() throws {
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      attempt at 2023-05-31T05:00:00Z for R1, replayed S1, with key A
      """
    #expect(try forecast(books, "forever")[0] == "A replay-dead S1 forever")
    #expect(try forecast(books, "ttl=24h")[0] == "A unknown - 2023-06-01T05:00:00Z")
    #expect(try forecast(books, "ttl=1m")[0] == "A fresh - -")
  }

  /// Found by trying 10,000 forecasts on the sandbox, which marks no replay.
  @Test func `a create that a lost one before may have made is not known to be the first`() throws {
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      attempt at 2023-05-30T22:00:00Z for R1, timeout, with key A
      attempt at 2023-05-31T05:00:00Z for R1, created S1, with key A
      """
    #expect(try forecast(books, "ttl=24h")[0] == "A unknown - 2023-06-01T05:00:00Z")
    #expect(try forecast(books, "forever")[0] == "A replay-dead S1 forever")
    // By then the lost one's key was forgotten.
    #expect(try forecast(books, "ttl=2h")[0] == "A replay-dead S1 2023-05-31T07:00:00Z")
  }

  @Test func `the intent key may have been tried already`() throws {
    let key = IntentKey.key(receivedID: "R1", dead: [])
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      attempt at 2023-05-31T05:00:00Z for R1, timeout, with key \(key)
      """
    #expect(
      try forecast(books, "forever") == ["intent unknown - forever", "intent unknown - forever"])
  }

  @Test func `only what is to be mirrored is forecast`() throws {
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1
      received R2 from Konsult A, 99.00 SEK, 2023-04-03, cancelled
      received R3 from Konsult A, 98.00 SEK, 2023-05-30
      """
    #expect(try forecast(books, "forever") == ["R3 fresh - -", "intent fresh - -"])
  }

  @Test func `each mode keeps its rules in random books`() throws {
    var seen: Set<ForecastOutcome> = []
    for seed in PropertyRuns.seeds(oneOf: 4) {
      let judged = JudgedBooks(BookBuilder.books(RandomBooks.draw(seed: seed)), Settings())
      for text in ["none", "forever", "ttl=24h", "strict+ttl=24h", "current"] {
        let rows = Forecaster.forecast(judged, mode: try #require(IdempotencyMode(text)))
        seen.formUnion(rows.map(\.outcome))
        for row in rows {
          #expect((row.outcome == .fresh) == (row.burnt == .no), "seed \(seed)")
          #expect(text != "none" || row.outcome == .fresh, "seed \(seed)")
          #expect(text.contains("strict") || text == "current" || row.outcome != .conflict)
          #expect(!text.contains("strict") || row.outcome != .replayDead, "seed \(seed)")
        }
      }
    }
    #expect(seen == Set(ForecastOutcome.allCases))
  }
}
