internal import Invoicing
internal import TOMLKit

/// The keys of one table of a configuration, each read once, none passed over in silence.
struct ConfigurationTable {
  private let table: TOMLTable
  private let file: String
  private let section: String
  private var known: [String] = []

  init(_ table: TOMLTable, path: String, section: String) {
    self.table = table
    file = path
    self.section = section
  }

  /// A path, relative to the configuration's folder.
  mutating func path(_ key: String) throws(ConfigurationError) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.string, !text.isEmpty else { throw fault(key, "a path in quotes") }
    let folder = file.folderOfPath
    return text.hasPrefix("/") || folder.isEmpty ? text : "\(folder)/\(text)"
  }

  mutating func text(_ key: String) throws(ConfigurationError) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.string, !text.isEmpty else { throw fault(key, "a text in quotes") }
    return text
  }

  /// Every key of the table as a currency, its value as a whole number of units of it.
  mutating func amounts() throws(ConfigurationError) -> [Money] {
    var amounts: [Money] = []
    for key in table.keys.sorted() {
      guard let currency = Currency(key) else {
        throw fault(key, "a currency as SEK, and its limit")
      }
      guard let units = try number(key, 0...1_000_000_000) else { continue }
      let scale = (0..<currency.decimals).reduce(Int128(1)) { scale, _ in scale * 10 }
      amounts.append(Money(Int128(units) * scale, currency))
    }
    return amounts
  }

  mutating func flag(_ key: String) throws(ConfigurationError) -> Bool? {
    guard let value = value(key) else { return nil }
    guard let flag = value.bool else { throw fault(key, "true or false") }
    return flag
  }

  mutating func number(
    _ key: String, _ range: ClosedRange<Int>
  ) throws(ConfigurationError) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = value.int, range.contains(number) else {
      throw fault(key, "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
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

  /// Refuses keys that nobody asked for: one of them may be a misspelt one.
  func refuseOthers() throws(ConfigurationError) {
    guard let key = table.keys.sorted().first(where: { !known.contains($0) }) else { return }
    throw ConfigurationError(
      path: file,
      detail: "\(section)\(key): there is no such setting; there are "
        + known.sorted().joined(separator: ", "))
  }

  private mutating func value(_ key: String) -> (any TOMLValueConvertible)? {
    known.append(key)
    return table[key]
  }

  func fault(_ key: String, _ expected: String) -> ConfigurationError {
    ConfigurationError(path: file, detail: "\(section)\(key): expected \(expected)")
  }
}
