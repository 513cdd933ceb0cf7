enum Encodings {
  /// By the name that a document gives its encoding; iconv would read many more, UTF-7 among them,
  /// in which a text does not look like what it is.
  static func areRead(_ name: String) -> Bool {
    let name = name.lowercased()
    return names.contains(name) || families.contains { name.hasPrefix($0) }
  }

  private static let names: Set = [
    "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", "latin1", "cp1252",
  ]
  private static let families = ["iso-8859-", "windows-125"]
}
