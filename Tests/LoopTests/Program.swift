import Foundation
import Testing

/// A program, run as its user runs it.
struct Program {
  struct Result {
    let code: Int32
    let wasKilled: Bool
    let output: String
    let errors: String
  }

  static let token = "a-token"

  /// The path of one of ours, beside the test bundle.
  static func built(_ name: String) -> String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
      .path(percentEncoded: false)
  }

  let process = Process()
  private let output: URL
  private let errors: URL

  /// Starts it in a folder; one that has no path is looked for as a shell does.
  init(_ command: [String], in folder: Folder) throws {
    output = URL(filePath: folder.file(".stdout-\(UUID().uuidString)"))
    errors = URL(filePath: folder.file(".stderr-\(UUID().uuidString)"))
    for file in [output, errors] { try Data().write(to: file) }
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(filePath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["MIRROR_ENGINE_TOKEN"] = Self.token
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
      code: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// Ends it as nothing can refuse.
  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  /// Runs it to its end, which must be one of these.
  @discardableResult
  static func run(
    _ command: [String], in folder: Folder, codes: Set<Int32> = [0]
  ) throws -> Result {
    let result = try Program(command, in: folder).result()
    try #require(
      codes.contains(result.code),
      "\(command.joined(separator: " ")): \(result.code) \(result.output) \(result.errors)")
    return result
  }
}
