internal import Testing

@Suite struct RoomsTests {
  private let table: [RoomsTable.Room]
  private let manifest: [Manifest.Target]

  init() throws {
    table = RoomsTable(try #require(House.file("docs/ARCHITECTURE.md")).text).rooms
    manifest = Manifest(try #require(House.file("Package.swift")).text).targets
    try #require(table.count > 5)
    try #require(manifest.count > 10)
    try #require(House.sources.count > 50)
  }

  @Test func `every room imports what the table allows, and nothing else`() {
    expectNone(ImportChecks.strangers(House.sources, table))
    expectNone(ImportChecks.unused(House.sources, table))
  }

  @Test func `the table and Package.swift say the same`() {
    expectNone(ImportChecks.differences(table, manifest))
  }

  @Test func `the pure rooms know no files, no database and no XML`() {
    let pure = House.sources.filter { ImportChecks.pureRooms.contains($0.target) }
    #expect(Set(pure.map(\.target)) == Set(ImportChecks.pureRooms))
    expectNone(ImportChecks.impurities(pure, table))
  }

  @Test func `tests import what Package.swift gives them`() {
    let tests = House.swift.filter { $0.path.hasPrefix("Tests/") }
    #expect(!tests.isEmpty)
    expectNone(ImportChecks.strangersInTests(tests, manifest))
  }
}

@Suite struct RoomsProofs {
  private let rooms = RoomsTable(
    """
    | room | is for | imports | of the system |
    | --- | --- | --- | --- |
    | `Auditing` | judging | `Invoicing`, `XML` | |
    | `Reporting` | telling | `Auditing` | `Glibc` |

    | `Other` | a table below | `GRDB` | |
    """
  ).rooms

  private func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: path, text: text)
  }

  @Test func `the table is read`() {
    #expect(
      rooms == [
        RoomsTable.Room(name: "Auditing", imports: ["Invoicing", "XML"], system: []),
        RoomsTable.Room(name: "Reporting", imports: ["Auditing"], system: ["Glibc"]),
      ])
    #expect(RoomsTable("no table").rooms.isEmpty)
  }

  @Test func `Package.swift is read`() {
    let manifest = Manifest(
      """
      let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
      func room(_ name: String) -> Target { .target(name: name) }
      let package = Package(
        targets: [
          .systemLibrary(name: "CLib", pkgConfig: "lib", providers: [.apt(["lib-dev"])]),
          room("Auditing", imports: ["Invoicing", grdb], resources: [.copy("a.xsd")]),
          .executableTarget(
            name: "mirror-audit", dependencies: ["Auditing", .product(name: "B", package: "c")]),
          .testTarget(name: "HouseTests", swiftSettings: strict),
          tests(of: "Auditing", imports: ["Extracts"]),
        ],
        swiftLanguageModes: [.v6])
      """)
    #expect(
      manifest.targets == [
        .init(name: "CLib", imports: [], isTest: false),
        .init(name: "Auditing", imports: ["Invoicing", "GRDB"], isTest: false),
        .init(name: "mirror-audit", imports: ["Auditing", "B"], isTest: false),
        .init(name: "HouseTests", imports: [], isTest: true),
        .init(name: "AuditingTests", imports: ["Auditing", "Extracts"], isTest: true),
      ])
  }

  @Test(arguments: [
    "internal import GRDB", "package import struct GRDB.Row", "@testable import GRDB",
    "  import GRDB",
  ])
  func `an import that the table does not allow is found`(_ line: String) {
    let found = ImportChecks.strangers([file("Sources/Reporting/A.swift", line)], rooms)
    #expect(found.map(\.line) == [1])
    #expect(found.first?.what.contains("may not import `GRDB`") == true)
  }

  @Test func `a room without a row is found`() {
    #expect(ImportChecks.strangers([file("Sources/Attic/A.swift", "")], rooms).count == 1)
  }

  @Test func `the C library is one under all its names, and imports in strings are none`() {
    let text = "#if canImport(Musl)\ninternal import Musl\n#endif\nlet a = \"import GRDB\""
    #expect(ImportChecks.strangers([file("Sources/Reporting/A.swift", text)], rooms) == [])
  }

  @Test func `an import that nobody uses is found`() {
    let found = ImportChecks.unused([file("Sources/Reporting/A.swift", "import Glibc")], rooms)
    #expect(found.map(\.what) == ["`Reporting` imports no `Auditing`"])
  }

  @Test func `a table that says other things than Package.swift is found`() {
    let targets: [Manifest.Target] = [
      .init(name: "Auditing", imports: ["XML", "Invoicing"], isTest: false),
      .init(name: "Attic", imports: [], isTest: false),
    ]
    let found = ImportChecks.differences(rooms, targets)
    #expect(found.map { $0.what.prefix { $0 != " " } } == ["`Attic`", "`Reporting`"])
  }

  @Test func `a pure room that is allowed or does what is not pure is found`() {
    let found = ImportChecks.impurities(
      [file("Sources/Invoicing/A.swift", "import Foundation")], rooms)
    #expect(found.map(\.path) == ["docs/ARCHITECTURE.md", "Sources/Invoicing/A.swift"])
  }

  @Test func `a test that imports what it is not given is found`() {
    let targets: [Manifest.Target] = [.init(name: "ATests", imports: ["A"], isTest: true)]
    let text = "import A\nimport B\nimport Testing"
    let found = ImportChecks.strangersInTests([file("Tests/ATests/A.swift", text)], targets)
    #expect(found.map(\.line) == [2])
  }
}
