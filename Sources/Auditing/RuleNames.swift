/// The names of the rules that some findings are of, each once: a finding has the place of its own.
package struct RuleNames: Sendable {
  package private(set) var all: [String] = []
  private var places: [String: Int] = [:]

  package subscript(place: Int) -> String { all[place] }

  /// The place of a name, which is added if it is new.
  mutating func place(of name: String) -> Int {
    if let place = places[name] { return place }
    all.append(name)
    places[name] = all.count - 1
    return all.count - 1
  }
}
