import EconomyAPI
import Sandbox
import Testing

/// What each mode answers to a second create with a known key.
@Suite struct IdempotencyTests {
  /// The second create in the situations: the same body; its invoice was deleted; another body;
  /// the first is still running; a day later; two days later.
  struct Row: CustomTestStringConvertible {
    let mode: String
    let same: String
    let deleted: String
    let other: String
    let running: String
    let later: String
    var testDescription: String { mode }
  }

  static let reused = "422 Idempotency-Key: it was used with another body"
  static let inUse = "409 Idempotency-Key: the first request with it is still running"
  static let gone = "410 client-invoice 1, which this Idempotency-Key made, has been deleted"

  static let rows = [
    Row(
      mode: "none", same: "created 2", deleted: "created 2", other: "created 2",
      running: "created 2", later: "created 2"),
    Row(
      mode: "forever", same: "replayed 1", deleted: "replayed 1", other: "replayed 1",
      running: "replayed 1", later: "replayed 1"),
    Row(
      mode: "ttl=24h", same: "replayed 1", deleted: "replayed 1", other: "replayed 1",
      running: "replayed 1", later: "created 2"),
    Row(
      mode: "strict+ttl=24h", same: "replayed 1", deleted: "replayed 1", other: reused,
      running: inUse, later: "created 2"),
    Row(
      mode: "strict+forever", same: "replayed 1", deleted: "replayed 1", other: reused,
      running: inUse, later: "replayed 1"),
    Row(
      mode: "current", same: "replayed 1", deleted: gone, other: "replayed 1",
      running: "replayed 1", later: "replayed 1"),
    Row(
      mode: "strict+current+ttl=6m", same: "replayed 1", deleted: gone, other: reused,
      running: inUse, later: "created 2"),
  ]

  @Test(arguments: rows) func `a retry gets the stored answer`(row: Row) {
    let world = World(row.mode)
    #expect(world.create(key: "k") == "created 1")
    #expect(world.create(key: "k", at: 5) == row.same)
  }

  @Test(arguments: rows) func `the answer outlives a deleted invoice`(row: Row) {
    let world = World(row.mode)
    _ = world.create(key: "k")
    _ = world.ask(.deleteClientInvoice(1), at: 1)
    #expect(world.create(key: "k", at: 5) == row.deleted)
  }

  @Test(arguments: rows) func `another body under a known key`(row: Row) {
    let world = World(row.mode)
    _ = world.create(key: "k", body: "a")
    #expect(world.create(key: "k", body: "b", at: 5) == row.other)
  }

  @Test(arguments: rows) func `a retry while the first request still runs`(row: Row) {
    let world = World(row.mode)
    _ = world.create(key: "k", fault: Fault(.slow, milliseconds: 6000))
    #expect(world.create(key: "k", at: 5) == row.running)
    #expect(world.create(key: "k", at: 6) == (row.mode == "none" ? "created 3" : "replayed 1"))
  }

  @Test(arguments: rows) func `a key is forgotten when its time is over`(row: Row) {
    let world = World(row.mode)
    _ = world.create(key: "k")
    #expect(world.create(key: "k", at: 86_400) == row.later)
  }

  @Test(arguments: rows) func `a day that is not over is a day`(row: Row) {
    guard row.mode.contains("24h") else { return }
    let world = World(row.mode)
    _ = world.create(key: "k")
    #expect(world.create(key: "k", at: 86_399) == "replayed 1")
  }

  @Test func `a refused create leaves its key free`() {
    let world = World()
    let key = IdempotencyKey("k", fingerprint: "a")
    #expect(world.ask(.createClientInvoice(.init(), key: key)).hasPrefix("422"))
    #expect(world.create(key: "k") == "created 1")
  }

  @Test func `each company has keys of its own`() {
    let world = World()
    #expect(world.create(key: "k") == "created 1")
    var invoice = Sample.clientInvoice
    invoice.clientID = 2
    let key = IdempotencyKey("k", fingerprint: "a")
    #expect(world.ask(.createClientInvoice(invoice, key: key), company: 2) == "created 2")
  }

  @Test(arguments: [
    ("none", "none"), ("forever", "forever"), ("ttl=90", "ttl=90s"), ("ttl=6m", "ttl=360s"),
    ("ttl=1h", "ttl=3600s"), ("ttl=7d", "ttl=604800s"), ("strict", "strict+forever"),
    ("ttl=24h+strict", "strict+ttl=86400s"), ("current+strict", "strict+current+forever"),
  ])
  func `a mode is read from its words`(text: String, meaning: String) throws {
    let mode = try #require(IdempotencyMode(text))
    #expect(mode.description == meaning)
    #expect(IdempotencyMode(meaning) == mode)
  }

  @Test(arguments: [
    "", "never", "ttl", "ttl=", "ttl=0", "ttl=-1h", "ttl=1w", "none+strict", "forever+ttl=1h",
    "strict+strict", "strict+", "ttl=99999999999d", "Forever",
  ])
  func `what is no mode is refused`(text: String) {
    #expect(IdempotencyMode(text) == nil)
  }
}
