import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Testing

/// The built program, run as its user runs it.
final class SandboxProcess {
  struct Reply: Equatable {
    var status: UInt
    var body: String
    var headers: [String: String]
  }

  static let token = "s3cret-token"

  let folder: Folder
  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()
  private(set) var address = ""

  /// Serves on a free port; returns when it is ready.
  init(_ options: [String] = [], in folder: Folder) throws {
    self.folder = folder
    process.executableURL = Self.executable
    process.arguments =
      ["serve", "--port", "0", "--db", "books.sqlite", "--token", Self.token] + options
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    var text = ""
    while !text.contains("\n") {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { break }
      text += String(decoding: data, as: UTF8.self)
    }
    address = text.trimmingCharacters(in: .newlines)
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  var port: Int { Int(address.split(separator: ":").last ?? "") ?? 0 }

  /// Sends a signal and waits for the end.
  func end(_ signal: Int32 = SIGTERM) -> (code: Int32, errors: String) {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    let data = errors.fileHandleForReading.readDataToEndOfFile()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// A request with the token, to a path under company 1.
  func ask(
    _ method: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:],
    token: String? = SandboxProcess.token, timeout: TimeAmount = .seconds(30)
  ) async throws -> Reply {
    let base = path.hasPrefix("/") ? address : "\(address)/api/v1/company/1/"
    var request = HTTPClientRequest(url: base + path)
    request.method = HTTPMethod(rawValue: method)
    if let token { request.headers.add(name: "X-Token", value: token) }
    for (name, value) in headers { request.headers.add(name: name, value: value) }
    if let body { request.body = .bytes(ByteBuffer(string: body)) }
    let response = try await HTTPClient.shared.execute(request, timeout: timeout)
    let bytes = try await response.body.collect(upTo: 64 << 20)
    return Reply(
      status: response.status.code, body: String(buffer: bytes),
      headers: Dictionary(
        response.headers.map { ($0.name.lowercased(), $0.value) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// Runs another command of the program until it ends.
  static func run(
    _ arguments: [String], in folder: Folder
  ) throws -> (code: Int32, output: String, errors: String) {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: text, as: UTF8.self),
      String(decoding: complaints, as: UTF8.self)
    )
  }

  /// Beside the test bundle.
  private static var executable: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "economy-sandbox")
  }
}
