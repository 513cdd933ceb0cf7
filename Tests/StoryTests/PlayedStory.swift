import Foundation
import Testing

/// The built programs, run as their user runs them.
enum Program: String {
  case sandbox = "economy-sandbox"
  case auditor = "mirror-audit"

  /// Runs it to its end, and gives what it printed.
  func run(_ arguments: [String], expecting code: Int32) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: rawValue)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: printed, as: UTF8.self)
    try #require(process.terminationStatus == code, "\(rawValue): \(text)")
    return text
  }
}

/// A folder that the story was played into, removed with it.
final class PlayedStory {
  let url: URL
  let narration: String

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "story-\(UUID().uuidString)")
    narration = try Program.sandbox.run(["story", "--out", url.path], expecting: 0)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func data(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }

  /// The cells of a CSV file before any that could hold a comma, header first.
  func rows(_ name: String) throws -> [[String]] {
    String(decoding: try data(name), as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
