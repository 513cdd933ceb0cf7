import Foundation
import Synchronization

/// The built engine, or another program, at work in a folder, as a process of its own.
final class EngineProcess: Sendable {
  struct End: Equatable, Sendable {
    var code: Int32
    var wasKilled: Bool
    var output: String
    var errors: String
  }

  private let process = Process()
  private let streams: [URL]
  private let ended: AsyncStream<Void>

  /// Starts it.
  ///
  /// - Parameter tracer: a program, with its arguments, that the engine runs under.
  init(
    _ arguments: [String], in folder: TemporaryFolder, under tracer: [String] = [],
    program: String = "mirror-engine"
  ) throws {
    let command = tracer + [Self.url(program).path(percentEncoded: false)] + arguments
    streams = ["out", "err"].map { URL(filePath: folder.file(".\($0)-\(UUID().uuidString)")) }
    for file in streams { try Data().write(to: file) }
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(filePath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["MIRROR_ENGINE_TOKEN"] = DrawnBooks.token
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: streams[0])
    process.standardError = try FileHandle(forWritingTo: streams[1])
    let (ended, tell) = AsyncStream<Void>.makeStream()
    self.ended = ended
    process.terminationHandler = { _ in tell.finish() }
    try process.run()
  }

  deinit { signal(SIGKILL) }

  var id: Int32 { process.processIdentifier }

  func signal(_ number: Int32) {
    if process.isRunning { kill(process.processIdentifier, number) }
  }

  /// How it ended; no thread of the test's waits for it.
  func end() async throws -> End {
    for await _ in ended {}
    defer { for file in streams { try? FileManager.default.removeItem(at: file) } }
    let texts = try streams.map { try String(contentsOf: $0, encoding: .utf8) }
    return End(
      code: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      output: texts[0], errors: texts[1])
  }

  /// Runs it until it ends.
  static func run(_ arguments: String..., in folder: TemporaryFolder) async throws -> End {
    try await EngineProcess(arguments, in: folder).end()
  }

  /// A program beside the test bundle.
  static func url(_ name: String) -> URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
  }
}
