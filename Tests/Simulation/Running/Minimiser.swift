/// Makes a failing script smaller: fewer happenings, then fewer troubles, as long as it fails.
struct Minimiser {
  struct Smallest {
    let command: String
    let timeline: [String]
  }

  private let script: Script
  private static let mostTries = 400

  init(_ script: Script) { self.script = script }

  func smallest() -> Smallest {
    var best = script
    var tries = 0
    func fails(_ candidate: Script) -> Bool {
      tries += 1
      return tries <= Self.mostTries && Playing(candidate).wrong != nil
    }
    var size = max(1, best.happenings.count / 2)
    while size > 0 {
      var start = 0
      while start < best.happenings.count {
        let numbers = best.happenings[start..<min(start + size, best.happenings.count)]
        let candidate = best.without(Set(numbers.map(\.number)))
        if fails(candidate) { best = candidate } else { start += size }
      }
      size /= 2
    }
    for trouble in Trouble.allCases where best.troubles.contains(trouble) {
      var candidate = best
      candidate.troubles.remove(trouble)
      if fails(candidate) { best = candidate }
    }
    return Smallest(
      command: command(best), timeline: Playing(best, isTold: true).timeline)
  }

  private func command(_ best: Script) -> String {
    let kept = Set(best.happenings.map(\.number))
    let struck = script.happenings.map(\.number).filter { !kept.contains($0) }
    let troubles = Trouble.allCases.filter(best.troubles.contains).map(\.rawValue)
    return "make simulate SEEDS=1 FIRST_SEED=\(script.seed)"
      + (struck.isEmpty ? "" : " WITHOUT=\(Self.ranges(struck))")
      + (troubles.count == Trouble.allCases.count
        ? "" : " TROUBLES=\(troubles.isEmpty ? "none" : troubles.joined(separator: ","))")
  }

  /// As `3,5-9`.
  private static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }.joined(separator: ",")
  }
}
