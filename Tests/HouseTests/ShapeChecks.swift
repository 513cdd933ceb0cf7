/// How long files, functions and lines may be, and what they are called.
enum ShapeChecks {
  static let longestFile = 300
  static let longestFunction = 40
  static let longestLine = 100
  private static let vague = ["Util", "Helper", "Manager", "Common"]

  static func longFiles(_ files: [SourceFile], older: [String: Int]) -> [Offence] {
    let lengths = files.map { file in
      Length(path: file.path, line: nil, key: file.path, count: file.lines.count - 1)
    }
    return Length.offences(
      lengths, limit: longestFile, older: older, mend: "give each thing in it a file of its own")
  }

  static func longFunctions(_ files: [SourceFile], older: [String: Int]) -> [Offence] {
    let lengths = files.flatMap { file in
      FunctionSpan.all(in: file).map {
        Length(path: file.path, line: $0.line, key: "\(file.path): \($0.name)", count: $0.length)
      }
    }
    return Length.offences(
      lengths, limit: longestFunction, older: older, mend: "name its steps")
  }

  static func longLines(_ files: [SourceFile]) -> [Offence] {
    files.flatMap { file in
      file.lines.enumerated().filter { $0.element.utf8.count > longestLine }
        .filter { $0.element.count > longestLine }.map {
          Offence(
            path: file.path, line: $0.offset + 1,
            what: "\($0.element.count) columns, and \(longestLine) are allowed",
            mend: "swift format -i, or break the string")
        }
    }
  }

  /// Names that say nothing of what is inside.
  static func vagueNames(_ files: [SourceFile]) -> [Offence] {
    files.flatMap { file -> [Offence] in
      let names = Set([file.stem] + Declaration.all(in: file).map(\.name)).sorted()
      return names.filter { name in vague.contains { name.contains($0) } }.map {
        Offence(
          path: file.path, what: "`\($0)` says nothing of what it is",
          mend: "name it after the one thing that it does")
      }
    }
  }

  /// Files that are not named after the one thing in them.
  ///
  /// A file holds at most one package type and bears its name; without one it bears the name of
  /// what it declares. `Type+Thing.swift` extends `Type`.
  static func misnamed(_ files: [SourceFile], except families: [String: String]) -> [Offence] {
    files.compactMap { file in
      if families[file.path] != nil { return nil }
      return misnamed(file)
    } + stale(families, files)
  }

  private static func misnamed(_ file: SourceFile) -> Offence? {
    let declared = Declaration.all(in: file)
    let types = declared.filter { !$0.isExtension }
    let open = types.filter(\.isPackage).map(\.name)
    if open.count > 1 {
      return Offence(
        path: file.path, what: "the package types \(open) stand in one file",
        mend: "give each a file of its own")
    }
    let named = file.stem.split(separator: "+").first.map(String.init) ?? ""
    if file.stem.contains("+") {
      if declared.contains(where: { $0.extends(named) }) { return nil }
      return Offence(
        path: file.path, what: "it is named an extension of `\(named)` and is none",
        mend: "name it after what it declares")
    }
    let expected = open.first ?? named
    if types.contains(where: { $0.name == named }), expected == named { return nil }
    return Offence(
      path: file.path,
      what:
        "it declares \(declared.isEmpty ? "nothing" : "\(declared.map(\.name))"), not `\(named)`",
      mend: declared.isEmpty ? "delete it" : "name it after the one thing in it")
  }

  private static func stale(_ families: [String: String], _ files: [SourceFile]) -> [Offence] {
    families.keys.sorted().filter { path in
      guard let file = files.first(where: { $0.path == path }) else { return true }
      return misnamed(file) == nil
    }.map {
      Offence(
        path: $0, what: "it is excused from one type a file, and need not be",
        mend: "strike it from the list in Tests/HouseTests/ShapeTests.swift")
    }
  }
}
