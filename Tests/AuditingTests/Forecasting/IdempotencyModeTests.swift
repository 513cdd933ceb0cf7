import Auditing
import Testing

@Suite struct IdempotencyModeTests {
  @Test(
    arguments: [
      ("forever", nil), ("strict", nil), ("current", nil), ("ttl=24h", 86_400), ("ttl=6m", 360),
      ("ttl=7d", 604_800), ("ttl=90s", 90), ("strict+ttl=24h", 86_400), ("strict+forever", nil),
      ("ttl=1h+current", 3600),
    ] as [(String, Int64?)]) func `a mode says how long a key is known`(
      text: String, seconds: Int64?
    )
    throws
  {
    let mode = try #require(IdempotencyMode(text))
    #expect(mode.retention == seconds.map { $0 * 1_000_000 })
    #expect(mode.isStrict == text.contains("strict"))
    #expect(mode.isCurrent == text.contains("current"))
    #expect(!mode.ignoresKeys)
  }

  @Test func `a system that looks at no keys says so alone`() throws {
    #expect(try #require(IdempotencyMode("none")).ignoresKeys)
  }

  @Test(arguments: [
    "", "never", "none+strict", "strict+strict", "forever+ttl=1h", "ttl=1h+ttl=2h", "ttl=", "ttl=h",
    "ttl=0h", "ttl=-1h", "ttl=1w", "ttl=1.5h", "strict+", "+", "TTL=1h", "ttl=9999999999999999999d",
  ]) func `all else is no mode`(text: String) {
    #expect(IdempotencyMode(text) == nil)
  }
}
