/// Who may know whom.
enum ImportChecks {
  /// Rooms that are pure: what they are made of may know no files, no database, no XML.
  static let pureRooms = ["Auditing", "Invoicing"]
  private static let impure = [
    "Foundation", "FoundationEssentials", "FoundationXML", "FoundationNetworking", "GRDB",
    "GRDBSQLite", "XML", "CLibXML2", "Glibc", "Dispatch", "Synchronization",
  ]

  /// The modules that a file imports, with the line of each.
  static func imports(of file: SourceFile) -> [(module: String, line: Int)] {
    file.codeLines.enumerated().compactMap { place, line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count else {
        return nil
      }
      let kinds: [Substring] = ["struct", "class", "enum", "protocol", "func", "var", "typealias"]
      let named =
        kinds.contains(words[keyword + 1])
        ? words.dropFirst(keyword + 2) : words.dropFirst(keyword + 1)
      let module = named.first?.split(separator: ".").first.map(String.init) ?? ""
      return (cLibraries.contains(module) ? "Glibc" : module, place + 1)
    }
  }

  /// One library under the names of several systems.
  private static let cLibraries = ["Glibc", "Musl", "Darwin", "Android"]

  /// What the sources import and the table does not allow.
  static func strangers(_ files: [SourceFile], _ rooms: [RoomsTable.Room]) -> [Offence] {
    files.flatMap { file -> [Offence] in
      guard let room = rooms.first(where: { $0.name == file.target }) else {
        return [
          Offence(
            path: file.path, what: "the room `\(file.target)` is not in the table of rooms",
            mend: "add its row to docs/ARCHITECTURE.md")
        ]
      }
      let allowed = room.imports + room.system
      return imports(of: file).filter { !allowed.contains($0.module) }.map {
        Offence(
          path: file.path, line: $0.line,
          what: "`\(room.name)` may not import `\($0.module)`, only \(allowed)",
          mend: "move the code to a room that may, or justify the import in docs/ARCHITECTURE.md")
      }
    }
  }

  /// What the table allows and nobody imports.
  static func unused(_ files: [SourceFile], _ rooms: [RoomsTable.Room]) -> [Offence] {
    rooms.flatMap { room -> [Offence] in
      let own = files.filter { $0.target == room.name }
      let imported = own.flatMap { imports(of: $0).map(\.module) }
      return (room.imports + room.system).filter { !own.isEmpty && !imported.contains($0) }.map {
        Offence(
          path: "docs/ARCHITECTURE.md", what: "`\(room.name)` imports no `\($0)`",
          mend: "strike it from the table and from Package.swift")
      }
    }
  }

  /// Where the table and `Package.swift` say different things.
  static func differences(_ rooms: [RoomsTable.Room], _ targets: [Manifest.Target]) -> [Offence] {
    let targets = targets.filter { !$0.isTest }
    let names = Set(rooms.map(\.name)).union(targets.map(\.name)).sorted()
    return names.compactMap { name in
      let said = rooms.first { $0.name == name }?.imports.sorted()
      let built = targets.first { $0.name == name }?.imports.sorted()
      if said == built { return nil }
      return Offence(
        path: "docs/ARCHITECTURE.md",
        what: "`\(name)` imports \(said?.description ?? "nothing: it has no row"), and "
          + "Package.swift says \(built?.description ?? "nothing: it has no such target")",
        mend: "make the two say the same")
    }
  }

  /// Pure rooms that are allowed, or do, what is not pure.
  static func impurities(_ files: [SourceFile], _ rooms: [RoomsTable.Room]) -> [Offence] {
    let allowed = rooms.filter { pureRooms.contains($0.name) }.flatMap { room in
      (room.imports + room.system).filter(impure.contains).map {
        Offence(
          path: "docs/ARCHITECTURE.md",
          what: "`\(room.name)` is pure, and the table gives it `\($0)`",
          mend: "strike it")
      }
    }
    let done = files.filter { pureRooms.contains($0.target) }.flatMap { file in
      imports(of: file).filter { impure.contains($0.module) }.map {
        Offence(
          path: file.path, line: $0.line, what: "a pure room imports `\($0.module)`",
          mend: "do it with values; effects belong to the rooms at the edges")
      }
    }
    return allowed + done
  }

  /// What tests import and `Package.swift` does not give them.
  static func strangersInTests(
    _ files: [SourceFile], _ targets: [Manifest.Target]
  ) -> [Offence] {
    let everyone = ["Testing", "Foundation", "Glibc", "Synchronization"]
    return files.flatMap { file -> [Offence] in
      let given = targets.first { $0.isTest && $0.name == file.target }?.imports ?? []
      return imports(of: file).filter { !(given + everyone).contains($0.module) }.map {
        Offence(
          path: file.path, line: $0.line,
          what: "Package.swift gives `\(file.target)` no `\($0.module)`",
          mend: "add it there, or test through the room's own door")
      }
    }
  }
}
