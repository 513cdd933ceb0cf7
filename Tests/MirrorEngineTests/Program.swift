import Foundation
import Testing

/// A built program, run as its user runs it.
struct Program {
  struct Result {
    let code: Int32
    let output: String
    let errors: String
  }

  /// Beside the test bundle.
  static func url(_ name: String) -> URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
  }

  let process = Process()
  private let output: URL
  private let errors: URL

  /// Starts it in a folder; `MIRROR_ENGINE_TOKEN` is the sandbox's, or not there.
  init(
    _ url: URL, _ arguments: [String], in folder: Folder, hasToken: Bool = true
  ) throws {
    output = URL(filePath: folder.file(".stdout-\(UUID().uuidString)"))
    errors = URL(filePath: folder.file(".stderr-\(UUID().uuidString)"))
    for file in [output, errors] { try Data().write(to: file) }
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["MIRROR_ENGINE_TOKEN"] = hasToken ? Sandbox.token : nil
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
  }

  /// What it printed, once it has ended.
  func result() throws -> Result {
    process.waitUntilExit()
    defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
    return Result(
      code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// Ends it as nothing can refuse.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Runs the engine until it ends.
  @discardableResult
  static func engine(
    _ arguments: String..., in folder: Folder, hasToken: Bool = true
  ) throws -> Result {
    try Program(url("mirror-engine"), arguments, in: folder, hasToken: hasToken).result()
  }
}
