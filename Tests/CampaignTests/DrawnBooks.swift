import Engine
import Foundation
import Sandbox

/// Books that were drawn into a folder, and what an engine needs to mirror them.
struct DrawnBooks: Sendable {
  static let token = "a-token"

  let folder: TemporaryFolder
  let seed: UInt64
  let companies = 3

  init(invoices: Int, seed: UInt64) throws {
    folder = try TemporaryFolder()
    self.seed = seed
    let store = try SandboxStore(path: folder.file("books.sqlite"))
    defer { store.close() }
    var draw = try BookDraw(
      into: try SandboxOpening().open(store), invoices: invoices, companies: companies, seed: seed)
    while true {
      let changes = try draw.next(2000)
      if changes.isEmpty { break }
      try store.write(changes, [])
    }
  }

  var path: String { folder.file("books.sqlite") }

  /// The configuration for an address, with lines of its own for `[economy-system]` and
  /// `[engine]`.
  func configuration(
    _ address: String, system: String = "", engine: String = ""
  ) throws -> EngineConfiguration {
    let text = EngineConfigurationText.text(companies: companies)
      .replacing("http://127.0.0.1:8080", with: address)
      .replacing("group = 1\n", with: "group = 1\n\(system)\n")
      .replacing("[engine]\n", with: "[engine]\n\(engine)\n")
    return try EngineConfiguration.load(try folder.write(text, to: "mirror-engine.toml"))
  }

  static func engineToken() throws -> EngineToken {
    try EngineToken(token, from: "the test")
  }
}
