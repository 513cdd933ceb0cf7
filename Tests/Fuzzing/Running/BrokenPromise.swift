/// Something that holds for all input, and did not for this one.
struct BrokenPromise: Error, Equatable {
  let words: String

  init(_ words: String) { self.words = words }

  /// Throws where a condition does not hold.
  static func unless(
    _ condition: Bool, _ words: @autoclosure () -> String
  ) throws(BrokenPromise) {
    if !condition { throw BrokenPromise(words()) }
  }

  /// Throws where two values are not equal, and shows both.
  static func unlessEqual<Value: Equatable>(
    _ a: Value, _ b: Value, _ words: @autoclosure () -> String
  ) throws(BrokenPromise) {
    if a != b { throw BrokenPromise("\(words()): \(a) is not \(b)") }
  }

  /// Throws where words hold what a terminal would do instead of show, beside so many line feeds.
  static func unlessPrintable(_ words: String, lineFeeds: Int = 0) throws(BrokenPromise) {
    let lines = words.unicodeScalars.count { $0 == "\n" } + 1
    let isPlain = words.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar == "\n"
      case .format:
        !(0x202a...0x202e).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
      default: true
      }
    }
    try unless(
      !words.isEmpty && isPlain && lines <= lineFeeds + 1,
      "words are plain, and on \(lineFeeds + 1) lines: \(words.debugDescription)")
  }
}
