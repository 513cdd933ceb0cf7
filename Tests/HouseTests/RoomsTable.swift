/// The table of rooms in `docs/ARCHITECTURE.md`, which is what the house is held to.
struct RoomsTable {
  struct Room: Equatable {
    let name: String
    /// Other rooms and products of packages: exactly those that `Package.swift` gives it.
    let imports: [String]
    /// Modules of the system that it may import beside them.
    let system: [String]
  }

  let rooms: [Room]

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.drop { !$0.hasPrefix("| room |") }.prefix { $0.hasPrefix("|") }
      .map { $0.split(separator: "|").map { String($0.trimmed) } }
    guard let header = rows.first,
      let imports = header.firstIndex(of: "imports"),
      let system = header.firstIndex(of: "of the system")
    else {
      rooms = []
      return
    }
    rooms = rows.dropFirst(2).filter { $0.count == header.count }.map { row in
      Room(
        name: row[0].components(between: "`").first ?? "",
        imports: row[imports].components(between: "`"),
        system: row[system].components(between: "`"))
    }
  }
}
