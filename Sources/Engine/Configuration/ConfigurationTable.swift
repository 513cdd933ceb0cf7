internal import Invoicing
internal import TOMLKit

/// The keys of one table of a configuration, each read once, none passed over in silence.
struct ConfigurationTable {
  let table: TOMLTable
  let file: String
  private let section: String
  private var known: [String] = []

  init(_ table: TOMLTable, path: String, section: String) {
    self.table = table
    file = path
    self.section = section
  }

  mutating func text(_ key: String, _ expected: String) throws(ConfigurationError) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.string, !text.isEmpty else { throw fault(key, expected) }
    return text
  }

  mutating func neededText(_ key: String, _ expected: String) throws(ConfigurationError) -> String {
    guard let text = try text(key, expected) else { throw missing(key, expected) }
    return text
  }

  /// A path, relative to the configuration's folder.
  mutating func path(_ key: String) throws(ConfigurationError) -> String? {
    guard let text = try text(key, "a path in quotes") else { return nil }
    let folder = file.folderOfPath
    return text.hasPrefix("/") || folder.isEmpty ? text : "\(folder)/\(text)"
  }

  mutating func number(
    _ key: String, _ range: ClosedRange<Int>
  ) throws(ConfigurationError) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = value.int, range.contains(number) else {
      throw fault(key, Self.expected(range))
    }
    return number
  }

  /// A time in seconds, whole ones or parts of one.
  mutating func seconds(
    _ key: String, _ range: ClosedRange<Double>
  ) throws(ConfigurationError) -> Double? {
    guard let value = value(key) else { return nil }
    guard let seconds = value.double ?? value.int.map(Double.init), range.contains(seconds) else {
      throw fault(
        key,
        "a number of seconds from \(Self.shown(range.lowerBound)) to "
          + Self.shown(range.upperBound))
    }
    return seconds
  }

  mutating func neededNumber(
    _ key: String, _ range: ClosedRange<Int>
  ) throws(ConfigurationError) -> Int {
    guard let number = try number(key, range) else { throw missing(key, Self.expected(range)) }
    return number
  }

  /// A word of a closed set.
  mutating func word(_ key: String, of words: [String]) throws(ConfigurationError) -> String? {
    let expected = "one of \(words.joined(separator: ", "))"
    guard let text = try text(key, expected) else { return nil }
    guard words.contains(text) else { throw fault(key, expected) }
    return text
  }

  /// A list of words, each of them one of the known ones.
  mutating func words(
    _ key: String, of words: [String]
  ) throws(ConfigurationError) -> [String]? {
    guard let value = value(key) else { return nil }
    let expected = "a list of: \(words.joined(separator: ", "))"
    guard let array = value.array else { throw fault(key, expected) }
    var found: [String] = []
    for element in array {
      guard let word = element.string, words.contains(word) else { throw fault(key, expected) }
      found.append(word)
    }
    return found
  }

  mutating func table(_ key: String) throws(ConfigurationError) -> ConfigurationTable? {
    guard let value = value(key) else { return nil }
    guard let table = value.table else { throw fault(key, "a table") }
    return ConfigurationTable(table, path: file, section: "\(section)\(key).")
  }

  /// All keys of a table whose keys are the user's own, by name.
  mutating func ownKeys() -> [String] { table.keys.sorted() }

  /// Refuses keys that nobody asked for: one of them may be a misspelt one.
  func refuseOthers() throws(ConfigurationError) {
    guard let key = table.keys.sorted().first(where: { !known.contains($0) }) else { return }
    throw .unknownKey(path: file, key: section + key, known: known.sorted())
  }

  func missing(_ key: String, _ expected: String) -> ConfigurationError {
    .missingKey(path: file, key: section + key, expected: expected)
  }

  func fault(_ key: String, _ expected: String) -> ConfigurationError {
    .wrongValue(path: file, key: section + key, expected: expected)
  }

  private mutating func value(_ key: String) -> (any TOMLValueConvertible)? {
    known.append(key)
    return table[key]
  }

  /// Whole seconds without a decimal point.
  private static func shown(_ seconds: Double) -> String {
    Int(exactly: seconds).map(String.init) ?? "\(seconds)"
  }

  private static func expected(_ range: ClosedRange<Int>) -> String {
    "a whole number from \(range.lowerBound) to \(range.upperBound)"
  }
}
