internal import Invoicing

/// What happened, as a digest of all of it and, where asked for, in words.
struct Trace: Sendable {
  private(set) var digest: UInt64 = 0xcbf2_9ce4_8422_2325
  private(set) var lines: [String] = []
  let isKept: Bool

  init(isKept: Bool) { self.isKept = isKept }

  mutating func add(_ text: String) {
    for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  }

  mutating func add(_ number: UInt64) {
    digest = (digest ^ number) &* 0x0000_0100_0000_01b3
    digest ^= digest >> 29
  }

  /// A line of the timeline; its words are made only where they are kept.
  mutating func tell(_ at: Moment, _ mark: UInt64, _ words: @autoclosure () -> String) {
    add(UInt64(bitPattern: at.microseconds))
    add(mark)
    if isKept { lines.append("\(at.timelineText)  \(words())") }
  }
}

extension Moment {
  /// To the millisecond, all of one width.
  var timelineText: String {
    let text = description.prefix(19)
    let rest = ((microseconds % 1_000_000) + 1_000_000) % 1_000_000 / 1000
    let digits = String(1000 + rest).dropFirst()
    return "\(text.replacing("T", with: " ")).\(digits)"
  }
}
