/// `NAME=VALUE…`, as the Makefile hands them on.
struct Options: Sendable {
  var seeds: UInt64 = 300
  var firstSeed: UInt64 = 1
  /// Numbers of happenings that are struck from the script.
  var without: Set<Int> = []
  /// The troubles that are left; nil: all.
  var troubles: Set<Trouble>?
  /// Prints the timeline of every seed.
  var isTold = false
  var jobs = 2
  /// Ends at the first seed that fails.
  var stopsEarly = false
  /// Makes a failing seed smaller before it is told.
  var minimises = true

  struct Misuse: Error, Equatable {
    let words: String
  }

  init() {}

  init(_ arguments: [String]) throws(Misuse) {
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw Misuse(words: "'\(argument)' is not NAME=VALUE")
      }
      if !parts[1].isEmpty { try take(String(parts[0]), String(parts[1])) }
    }
  }

  private mutating func take(_ name: String, _ value: String) throws(Misuse) {
    switch name {
    case "SEEDS": seeds = try Self.number(name, value)
    case "FIRST_SEED": firstSeed = try Self.number(name, value)
    case "JOBS": jobs = Int(try Self.number(name, value))
    case "TIMELINE": isTold = value == "1"
    case "STOP": stopsEarly = value == "1"
    case "MINIMISE": minimises = value == "1"
    case "WITHOUT": without = try Self.numbers(name, value)
    case "TROUBLES":
      troubles = []
      for word in value.split(separator: ",") where word != "none" {
        guard let trouble = Trouble(rawValue: String(word)) else {
          throw Misuse(
            words: "TROUBLES: '\(word)' is none of "
              + Trouble.allCases.map(\.rawValue).joined(separator: ", "))
        }
        troubles?.insert(trouble)
      }
    default:
      throw Misuse(
        words: "'\(name)' is none of SEEDS, FIRST_SEED, JOBS, TIMELINE, STOP, MINIMISE, WITHOUT, "
          + "TROUBLES")
    }
  }

  private static func number(_ name: String, _ value: String) throws(Misuse) -> UInt64 {
    guard let number = UInt64(value) else { throw Misuse(words: "\(name)=\(value) is no number") }
    return number
  }

  /// As `3,5-9`.
  private static func numbers(_ name: String, _ value: String) throws(Misuse) -> Set<Int> {
    var numbers: Set<Int> = []
    for part in value.split(separator: ",") {
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last else {
        throw Misuse(words: "\(name)=\(value) is not of the form 3,5-9")
      }
      numbers.formUnion(first...last)
    }
    return numbers
  }

  func script(_ seed: UInt64) -> Script {
    var script = Script(seed: seed).without(without)
    if let troubles { script.troubles = troubles }
    return script
  }
}
