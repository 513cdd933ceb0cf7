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

  private func fault(_ key: String, _ expected: String) -> ConfigurationError {
    ConfigurationError(path: file, detail: "\(section)\(key): expected \(expected)")
  }
}
