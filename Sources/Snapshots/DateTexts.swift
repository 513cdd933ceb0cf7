internal import Invoicing

/// The dates that an extract is full of as text, each made once.
struct DateTexts {
  private var bytes: [UInt8] = []

  /// The days that are kept: 1970 to 2099.
  private static let kept = 0..<47_482
  private static let width = 10

  /// Hands over the ten bytes of a date, each with its place.
  mutating func copy(_ date: CalendarDate, _ put: (Int, UInt8) -> Void) {
    let day = Int(date.days)
    guard Self.kept.contains(day) else {
      for (i, byte) in date.text.enumerated() { put(i, byte) }
      return
    }
    if bytes.isEmpty { bytes = Array(repeating: 0, count: Self.kept.count * Self.width) }
    let start = day * Self.width
    if bytes[start] == 0 { bytes.replaceSubrange(start..<start + Self.width, with: date.text) }
    for i in 0..<Self.width { put(i, bytes[start + i]) }
  }

  /// Hands over the bytes of a moment, each with its place, and says how many there are.
  mutating func copy(_ moment: Moment, _ put: (Int, UInt8) -> Void) -> Int {
    let date = moment.date
    let rest = moment.microseconds - Int64(date.days) * 86_400_000_000
    guard rest % 1_000_000 == 0 else {
      let text = moment.text
      for (i, byte) in text.enumerated() { put(i, byte) }
      return text.count
    }
    copy(date, put)
    let second = Int(rest / 1_000_000)
    let parts = (second / 3600, second / 60 % 60, second % 60)
    Self.copy(UInt8(ascii: "T"), parts.0, at: 10, put)
    Self.copy(UInt8(ascii: ":"), parts.1, at: 13, put)
    Self.copy(UInt8(ascii: ":"), parts.2, at: 16, put)
    put(19, UInt8(ascii: "Z"))
    return 20
  }

  private static func copy(
    _ sign: UInt8, _ number: Int, at place: Int, _ put: (Int, UInt8) -> Void
  ) {
    put(place, sign)
    put(place + 1, UInt8(number / 10) + 48)
    put(place + 2, UInt8(number % 10) + 48)
  }
}
