/// Words that the house does not say.
enum WordChecks {
  /// In code: what the compiler would take on trust.
  private static let trusting = ["try!", "as!", "@unchecked Sendable", "nonisolated(unsafe)"]
  /// Anywhere: what somebody meant to do.
  private static let postponed = ["TO" + "DO", "FIX" + "ME"]
  /// Anywhere: places on one machine.
  private static let machine = ["work", "tmp", "root", "home"].map { "/\($0)/" }

  static func trusting(_ files: [SourceFile]) -> [Offence] {
    find(trusting, in: files, code: true, mend: "handle it, or let the types say why it holds")
  }

  static func postponed(_ files: [SourceFile]) -> [Offence] {
    find(postponed, in: files, code: false, mend: "do it, or say it to the others")
  }

  static func machinePaths(_ files: [SourceFile]) -> [Offence] {
    find(machine, in: files, code: false, mend: "name the place from the root of the package")
  }

  private static func find(
    _ words: [String], in files: [SourceFile], code: Bool, mend: String
  ) -> [Offence] {
    files.flatMap { file -> [Offence] in
      let text = code ? file.code : file.text
      let found = words.filter { text.contains($0) }
      if found.isEmpty { return [] }
      return (code ? file.codeLines : file.lines).enumerated().flatMap { place, line in
        found.filter { line.holds(word: $0) }.map {
          Offence(path: file.path, line: place + 1, what: "it says `\($0)`", mend: mend)
        }
      }
    }
  }

  /// Files that leave memory safety to us, against those that may, each with its reason.
  static func memory(_ files: [SourceFile], allowed: [String: String]) -> [Offence] {
    let speaking = files.filter { file in file.codeLines.contains { $0.holds(word: "unsafe") } }
    let strangers = speaking.filter { allowed[$0.path] == nil }.map {
      Offence(
        path: $0.path, what: "it says `unsafe` and is not listed",
        mend: "do without, or list it with its reason in Tests/HouseTests/UnsafeFiles.swift")
    }
    let stale = allowed.keys.filter { path in !speaking.contains { $0.path == path } }.sorted().map
    {
      Offence(
        path: $0, what: "it may say `unsafe`, and does not",
        mend: "strike it from Tests/HouseTests/UnsafeFiles.swift")
    }
    return strangers + stale
  }
}

extension StringProtocol {
  /// Whether a word stands in the text by itself, not as a part of a longer one.
  func holds(word: String) -> Bool {
    var rest = self[...]
    while let found = rest.firstRange(of: word) {
      let before = self[..<found.lowerBound].last
      let after = self[found.upperBound...].first
      let startsWord =
        word.first.map(Self.isPartOfWord) != true || before.map(Self.isPartOfWord) != true
      let endsWord =
        word.last.map(Self.isPartOfWord) != true || after.map(Self.isPartOfWord) != true
      if startsWord && endsWord { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
