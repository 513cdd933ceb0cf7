import Foundation
import Testing

/// A sandbox that serves drawn books, for as long as the value lives.
final class Sandbox {
  static let token = "a-token"

  let folder: Folder
  private let process = Process()

  /// Draws books and serves them; the configuration in the folder fits.
  ///
  /// - Parameters:
  ///   - faults: the file of faults.
  ///   - settings: lines for the configuration's `[economy-system]` and `[engine]`.
  init(
    invoices: Int, seed: UInt64 = 1, faults: String = "", mode: String = "strict+ttl=24h",
    settings: (system: String, engine: String) = ("", "")
  ) throws {
    folder = try Folder()
    let drawn = try Program(
      Program.url("economy-sandbox"),
      [
        "draw", "--db", "books.sqlite", "--invoices", "\(invoices)", "--seed", "\(seed)",
        "--extract", "drawn", "--config", "mirror-engine.toml",
      ], in: folder
    ).result()
    try #require(drawn.code == 0, "\(drawn.errors)")
    try folder.write(faults, to: "faults.toml")
    let address = try serve(seed: seed, mode: mode)
    let configuration = try folder.text("mirror-engine.toml")
      .replacing("http://127.0.0.1:8080", with: address)
      .replacing("group = 1\n", with: "group = 1\n\(settings.system)\n")
      .replacing("[engine]\n", with: "[engine]\n\(settings.engine)\n")
    try folder.write(configuration, to: "mirror-engine.toml")
  }

  deinit {
    // It ends within two seconds of this.
    process.terminate()
    process.waitUntilExit()
  }

  /// Starts it, and returns its address when it is ready.
  private func serve(seed: UInt64, mode: String) throws -> String {
    let pipe = Pipe()
    process.executableURL = Program.url("economy-sandbox")
    process.arguments = [
      "serve", "--port", "0", "--db", "books.sqlite", "--token", Self.token, "--faults",
      "faults.toml", "--seed", "\(seed)", "--idempotency", mode,
    ]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line = Data()
    while let byte = try pipe.fileHandleForReading.read(upToCount: 1), !byte.isEmpty,
      byte != Data("\n".utf8)
    { line += byte }
    let address = String(decoding: line, as: UTF8.self)
    try #require(address.hasPrefix("http://127.0.0.1:"))
    return address
  }
}
