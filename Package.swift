// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let http = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let log = Target.Dependency.product(name: "Logging", package: "swift-log")

/// The simulation and the fuzzers see into these rooms, optimised too.
let seenInto: Set = ["EconomySystems", "Engine", "Extracts", "RepairPlans", "XML"]

/// A room of the house: a target whose imports are all that it may know (docs/ARCHITECTURE.md).
func room(_ name: String, imports: [Target.Dependency], resources: [Resource] = []) -> Target {
  let testable: [SwiftSetting] = [
    .unsafeFlags(["-enable-testing"], .when(configuration: .release))
  ]
  return .target(
    name: name, dependencies: imports, resources: resources,
    swiftSettings: seenInto.contains(name) ? strict + testable : strict)
}

func tests(
  of name: String, imports: [Target.Dependency] = [], goldenFiles: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + imports, exclude: goldenFiles,
    swiftSettings: strict)
}

let package = Package(
  name: "MirrorAudit",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "mirror-audit", targets: ["mirror-audit"]),
    .executable(name: "mirror-engine", targets: ["mirror-engine"]),
    .executable(name: "economy-sandbox", targets: ["economy-sandbox"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    room("XML", imports: ["CLibXML2"]),
    room("Digests", imports: [crypto]),
    room("Invoicing", imports: ["Digests"]),
    room("Extracts", imports: ["Digests", "Invoicing", "XML"]),
    room("Snapshots", imports: ["Cores", "Digests", "Invoicing", grdb, sqlite]),
    room("Cores", imports: []),
    room("Auditing", imports: ["Cores", "Digests", "Invoicing"]),
    room("Workspaces", imports: ["Auditing", "Invoicing", "Snapshots", grdb]),
    room(
      "Reporting", imports: ["Auditing", "Cores", "Invoicing", "XML"],
      resources: [.embedInCode("report.xsd")]),
    room(
      "RepairPlans", imports: ["Digests", "Invoicing", "XML"],
      resources: [.embedInCode("repair-plan.xsd"), .embedInCode("execution.xsd")]),
    room("Planning", imports: ["Auditing", "Digests", "Invoicing", "RepairPlans"]),
    room("EconomyAPI", imports: ["Invoicing", "XML"]),
    room(
      "EconomySystems", imports: ["EconomyAPI", "Invoicing", http, nio, nioHTTP1, nioPosix]),
    room("Mirroring", imports: ["Invoicing", "RepairPlans"]),
    room(
      "Engine",
      imports: [
        "Digests", "EconomySystems", "Extracts", "Invoicing", "Mirroring", "RepairPlans", grdb,
        toml,
      ]),
    room(
      "Sandbox",
      imports: [
        "Digests", "EconomyAPI", "Extracts", "Invoicing", grdb, http, hummingbird,
        hummingbirdCore, log, nio, nioHTTP1, toml,
      ]),
    .executableTarget(
      name: "mirror-engine", dependencies: ["Engine", "Invoicing", arguments],
      swiftSettings: strict),
    .executableTarget(
      name: "economy-sandbox", dependencies: ["Engine", "Invoicing", "Sandbox", arguments],
      swiftSettings: strict),
    .executableTarget(
      name: "mirror-audit",
      dependencies: [
        "Auditing", "Cores", "Extracts", "Invoicing", "Planning", "RepairPlans", "Reporting",
        "Snapshots", "Workspaces", arguments, toml,
      ], swiftSettings: strict),
    tests(of: "XML"),
    tests(of: "Invoicing"),
    tests(of: "Mirroring", imports: ["Invoicing", "RepairPlans"]),
    tests(of: "Extracts", imports: ["Digests", "Invoicing"]),
    tests(of: "Snapshots", imports: ["Extracts", "Invoicing", grdb]),
    tests(of: "Auditing", imports: ["Extracts", "Invoicing"]),
    tests(
      of: "Workspaces", imports: ["Auditing", "Extracts", "Invoicing", "Snapshots", grdb]),
    tests(
      of: "Reporting", imports: ["Auditing", "Extracts", "Invoicing", "XML"],
      goldenFiles: ["Golden"]),
    tests(of: "EconomyAPI", imports: ["Invoicing"]),
    tests(
      of: "EconomySystems",
      imports: ["EconomyAPI", "Invoicing", http, nio, nioPosix]),
    tests(
      of: "Engine",
      imports: ["EconomySystems", "Extracts", "Invoicing", "Mirroring", "RepairPlans", grdb]),
    .testTarget(
      name: "MirrorEngineTests", dependencies: ["mirror-engine", "economy-sandbox"],
      swiftSettings: strict),
    tests(of: "Sandbox", imports: ["EconomyAPI", "Invoicing"]),
    .testTarget(
      name: "CampaignTests",
      dependencies: [
        "Auditing", "EconomyAPI", "Engine", "Extracts", "Invoicing", "Mirroring", "RepairPlans",
        "Sandbox", "mirror-audit", "mirror-engine",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EconomySandboxTests",
      dependencies: [
        "economy-sandbox", http, nio, .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: strict),
    tests(of: "RepairPlans", imports: ["Invoicing"], goldenFiles: ["Golden"]),
    tests(of: "Planning", imports: ["Auditing", "Extracts", "Invoicing", "RepairPlans"]),
    .testTarget(
      name: "MirrorAuditTests", dependencies: ["mirror-audit"], swiftSettings: strict),
    .testTarget(
      name: "StoryTests",
      dependencies: ["economy-sandbox", "mirror-audit", "Invoicing", "Sandbox"],
      swiftSettings: strict),
    .executableTarget(
      name: "Simulation",
      dependencies: [
        "Auditing", "Digests", "EconomyAPI", "EconomySystems", "Engine", "Invoicing", "Mirroring",
        "Planning", "RepairPlans", "Sandbox", "Snapshots",
      ], path: "Tests/Simulation", exclude: ["Mutations"], swiftSettings: strict),
    .executableTarget(
      name: "ReaderBenchmark", dependencies: ["Extracts"], path: "Tests/ReaderBenchmark",
      exclude: ["checksum.c"], swiftSettings: strict),
    .testTarget(name: "SimulationTests", dependencies: ["Simulation"], swiftSettings: strict),
    .executableTarget(
      name: "Fuzzing", dependencies: ["EconomyAPI", "Extracts", "Invoicing", "RepairPlans", "XML"],
      path: "Tests/Fuzzing", exclude: ["Corpus", "Dictionaries", "Seeds", "fuzz"],
      swiftSettings: strict),
    .testTarget(
      name: "FuzzingTests", dependencies: ["Fuzzing", "Invoicing"], swiftSettings: strict),
    .testTarget(
      name: "LoopTests",
      dependencies: [
        "economy-sandbox", "mirror-audit", "mirror-engine", "EconomyAPI", "Invoicing",
        "RepairPlans", "Sandbox", nio, nioPosix,
      ], swiftSettings: strict),
    .testTarget(name: "HouseTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
