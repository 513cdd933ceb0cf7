/// How an economy system treats an `Idempotency-Key` that it has seen (`economy-api.md`).
package struct IdempotencyMode: Equatable, Sendable {
  /// Keys are not looked at.
  package var ignoresKeys = false
  /// Another body under a known key is refused.
  package var isStrict = false
  /// The answer is the invoice as it is now; of a deleted one a refusal.
  package var isCurrent = false
  /// Microseconds for which a key is known; nil: for ever.
  package var retention: Int64?

  /// Reads `none`, or any of `forever`, `ttl=24h`, `strict`, `current` joined by `+`; nil where it
  /// says nothing, or two things at once.
  ///
  /// A retention is a whole number of `s`, `m`, `h` or `d`; without one a key is known for ever.
  package init?(_ text: String) {
    let words = text.split(separator: "+", omittingEmptySubsequences: false)
    guard Set(words).count == words.count else { return nil }
    var saysHowLong = false
    for word in words {
      switch word {
      case "none": ignoresKeys = true
      case "strict": isStrict = true
      case "current": isCurrent = true
      case "forever":
        guard !saysHowLong else { return nil }
        saysHowLong = true
      default:
        guard !saysHowLong, let retention = Self.retention(word) else { return nil }
        saysHowLong = true
        self.retention = retention
      }
    }
    if ignoresKeys, words.count > 1 { return nil }
  }

  private static func retention(_ word: Substring) -> Int64? {
    guard word.hasPrefix("ttl="), let unit = word.last, let seconds = units[unit] else {
      return nil
    }
    let digits = word.dropFirst(4).dropLast()
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let count = Int64(digits), (1...1_000_000).contains(count)
    else { return nil }
    return count * seconds * 1_000_000
  }

  private static let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
}
