import Foundation
import Testing

/// The built program, run as its user runs it.
enum MirrorAuditProcess {
  struct Result {
    let code: Int32
    let output: String
    let errors: String
  }

  /// Runs the program in a folder until it ends.
  static func run(_ arguments: [String], in folder: Folder) throws -> Result {
    try run(executable, arguments, in: folder)
  }

  /// Runs any program in a folder until it ends.
  static func run(_ program: URL, _ arguments: [String], in folder: Folder) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    let output = folder.url.appending(path: ".stdout-\(UUID().uuidString)")
    let errors = folder.url.appending(path: ".stderr-\(UUID().uuidString)")
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
    return Result(
      code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// Beside the test bundle.
  static var executable: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "mirror-audit")
  }
}
