internal import TOMLKit

/// The settings of one `[[fault]]`, each read once, none passed over in silence.
struct FaultKeys {
  private let table: TOMLTable
  private let path: String
  private let fault: Int
  private let places: FaultPlaces
  private var known: [String] = []

  init(_ table: TOMLTable, path: String, fault: Int, places: FaultPlaces) {
    self.table = table
    self.path = path
    self.fault = fault
    self.places = places
  }

  mutating func rule() throws(FaultsFileError) -> FaultRule {
    let endpoint = try endpoint()
    let kind = try kind()
    let schedule = try schedule()
    let milliseconds = try number("milliseconds", 0...86_400_000)
    let seconds = try number("seconds", 0...31_536_000)
    let retryAfter = try number("retry-after", 0...31_536_000)
    if let key = table.keys.sorted().first(where: { !known.contains($0) }) {
      throw error(
        key, "there is no setting '\(key)' of a fault", known.sorted().joined(separator: ", "))
    }
    if kind == .slow, milliseconds == nil {
      throw error("kind", "a slow answer needs milliseconds", "milliseconds = 500")
    }
    if kind == .staleList, seconds == nil {
      throw error("kind", "a stale list needs seconds", "seconds = 10")
    }
    return FaultRule(
      on: endpoint, schedule, kind, milliseconds: milliseconds ?? 0,
      seconds: retryAfter ?? seconds ?? (kind == .rateLimit ? 1 : 0))
  }

  private mutating func endpoint() throws(FaultsFileError) -> Endpoint {
    let expected =
      "a verb (\(Verb.allCases.map(\.rawValue).joined(separator: ", "))) and a resource "
      + "(\(Resource.allCases.map(\.rawValue).joined(separator: ", "))), as in "
      + "\"PUT client/invoice\""
    let text = try text("on", expected)
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2, let verb = Verb(rawValue: words[0].uppercased()),
      let resource = Self.resource(words[1])
    else { throw error("on", "'\(text)' is no endpoint", expected) }
    return Endpoint(verb, resource)
  }

  /// `…/{id}` may stand behind a resource, and may be left out before an action.
  private static func resource(_ text: String) -> Resource? {
    let parts = text.split(separator: "/").filter { $0 != "{id}" }
    let name = parts.joined(separator: "/")
    return Resource.allCases.first {
      $0.rawValue.split(separator: "/").filter { $0 != "{id}" }.joined(separator: "/") == name
    }
  }

  private mutating func kind() throws(FaultsFileError) -> FaultKind {
    let expected = FaultKind.allCases.map(\.rawValue).joined(separator: ", ")
    let text = try text("kind", expected)
    guard let kind = FaultKind(rawValue: text) else {
      throw error("kind", "'\(text)' is no kind of fault", expected)
    }
    return kind
  }

  private mutating func schedule() throws(FaultsFileError) -> FaultRule.Schedule {
    let probability = value("probability")
    let at = value("at")
    switch (probability, at) {
    case (nil, nil):
      throw error(nil, "it says not when it strikes", "probability = 0.3, or at = [3, 7]")
    case (_?, _?):
      throw error("at", "it has both probability and at", "one of them")
    case (let value?, nil):
      guard let number = value.double ?? value.int.map(Double.init), (0...1).contains(number)
      else { throw error("probability", "it is no probability", "a number from 0 to 1") }
      return .probability(number)
    case (nil, let value?):
      let expected = "a list of whole numbers, of which 1 is the first request, as in [3, 7]"
      guard let array = value.array else { throw error("at", "it is no list", expected) }
      var numbers: [Int] = []
      for element in array {
        guard let number = element.int, number > 0 else {
          throw error("at", "not all in it are whole numbers from 1 on", expected)
        }
        numbers.append(number)
      }
      return .at(numbers)
    }
  }

  private mutating func number(
    _ key: String, _ range: ClosedRange<Int>
  ) throws(FaultsFileError) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = value.int, range.contains(number) else {
      throw error(
        key, "\(key) is none", "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private mutating func text(
    _ key: String, _ expected: String
  ) throws(FaultsFileError) -> String {
    guard let value = value(key) else { throw error(nil, "\(key) is missing", expected) }
    guard let text = value.string else { throw error(key, "\(key) is no text", expected) }
    return text
  }

  private mutating func value(_ key: String) -> (any TOMLValueConvertible)? {
    known.append(key)
    return table[key]
  }

  private func error(_ key: String?, _ what: String, _ expected: String) -> FaultsFileError {
    FaultsFileError(
      path: path, line: places.line(of: key, inFault: fault),
      what: "fault \(fault + 1): \(what)", expected: expected)
  }
}
