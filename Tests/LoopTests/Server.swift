import Foundation
import Testing

/// The sandbox, serving the books of a folder for as long as the value lives or until `stop`.
final class Server {
  let address: String
  private let process = Process()

  init(_ folder: Folder, faults: String = "", seed: UInt64 = 1, mode: String? = nil) throws {
    try folder.write(faults, to: "faults.toml")
    let pipe = Pipe()
    process.executableURL = URL(filePath: Program.built("economy-sandbox"))
    process.arguments =
      [
        "serve", "--port", "0", "--db", "books.sqlite", "--token", Program.token, "--faults",
        "faults.toml", "--seed", "\(seed)",
      ] + (mode.map { ["--idempotency", $0] } ?? [])
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line = Data()
    while let byte = try pipe.fileHandleForReading.read(upToCount: 1), !byte.isEmpty,
      byte != Data("\n".utf8)
    { line += byte }
    address = String(decoding: line, as: UTF8.self)
    try #require(address.hasPrefix("http://127.0.0.1:"))
  }

  deinit { stop() }

  /// It ends within two seconds of this, its books whole.
  func stop() {
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
  }
}
