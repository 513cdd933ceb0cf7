internal import Invoicing

/// What an `Idempotency-Key` is worth, since vendors differ.
package struct IdempotencyMode: Hashable, Sendable {
  /// How long a key is remembered.
  package enum Retention: Hashable, Sendable {
    /// Keys are ignored.
    case none
    case forever
    case seconds(Int)
  }

  package var retention: Retention
  /// Another body under a known key is refused, and so is a request while the first one runs.
  package var isStrict: Bool
  /// A replay speaks of the invoice as it is now, not as it was: 410 when it is deleted.
  package var isCurrent: Bool

  package init(_ retention: Retention, isStrict: Bool = false, isCurrent: Bool = false) {
    self.retention = retention
    self.isStrict = isStrict
    self.isCurrent = isCurrent
  }

  /// `strict+ttl=24h`.
  package static let usual = IdempotencyMode(.seconds(86_400), isStrict: true)

  /// Whether a key first used then is forgotten now.
  func hasForgotten(_ first: Moment, at now: Moment) -> Bool {
    switch retention {
    case .none: true
    case .forever: false
    case .seconds(let seconds): now >= first.adding(microseconds: Int64(seconds) * 1_000_000)
    }
  }
}

extension IdempotencyMode {
  /// What stands where a mode is expected.
  package static let expected =
    "none, or of forever, ttl=N (N with s, m, h or d), strict and current those that shall hold, "
    + "joined by '+', as in strict+ttl=24h"

  /// The mode with this text, or nil; `strict` and `current` without a retention keep for ever.
  package init?(_ text: String) {
    var words: [String] = []
    self.init(.forever)
    for part in text.split(separator: "+", omittingEmptySubsequences: false) {
      let word = String(part.prefix { $0 != "=" })
      guard !words.contains(word) else { return nil }
      words.append(word)
      switch part {
      case "none": retention = .none
      case "forever": retention = .forever
      case "strict": isStrict = true
      case "current": isCurrent = true
      default:
        guard word == "ttl", let seconds = Self.seconds(part.dropFirst(4)) else { return nil }
        retention = .seconds(seconds)
      }
    }
    let retentions = words.filter { ["none", "forever", "ttl"].contains($0) }
    guard retentions.count < 2, retention != .none || words.count == 1 else { return nil }
  }

  private static func seconds(_ text: Substring) -> Int? {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    let unit = text.last.flatMap { units[$0] }
    let digits = unit == nil ? text : text.dropLast()
    guard digits.count <= 9, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(digits), number > 0
    else { return nil }
    return number * (unit ?? 1)
  }
}

extension IdempotencyMode: CustomStringConvertible {
  /// As `init(_:)` reads it.
  package var description: String {
    let retention =
      switch retention {
      case .none: "none"
      case .forever: "forever"
      case .seconds(let seconds): "ttl=\(seconds)s"
      }
    return (isStrict ? "strict+" : "") + (isCurrent ? "current+" : "") + retention
  }
}
