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
}
