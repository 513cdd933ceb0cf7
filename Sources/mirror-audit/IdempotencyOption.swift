internal import ArgumentParser
internal import Auditing

/// A mode of idempotency keys, as `--idempotency` gives it.
struct IdempotencyOption: ExpressibleByArgument {
  static let expected =
    "none, or any of forever or ttl=24h (s, m, h, d), strict, current, joined by +"

  let mode: IdempotencyMode

  init?(argument: String) {
    guard let mode = IdempotencyMode(argument) else { return nil }
    self.mode = mode
  }
}
