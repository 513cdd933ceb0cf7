internal import Foundation

/// The program that makes and checks signatures: no cryptography of our own.
struct SSHKeygen {
  struct Answer {
    let isSuccess: Bool
    /// What it said on either stream, without empty lines.
    let lines: [String]
  }

  let path: String

  /// Where it is in `PATH`; nil: nowhere.
  static func find() -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/ssh-keygen" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Lets `body` use a file of these bytes, which nobody else can read, and removes it.
  ///
  /// A file, not a pipe: the program may end before it has read all.
  func withMessage<Value>(_ bytes: [UInt8], _ body: (URL) throws -> Value) throws -> Value {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "mirror-audit-\(UUID().uuidString)")
    let isMade = FileManager.default.createFile(
      atPath: url.path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    guard isMade else { throw CocoaError(.fileWriteUnknown) }
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url)
  }

  func run(_ arguments: [String], reading input: URL) throws -> Answer {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: input)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: output, as: UTF8.self)
    return Answer(
      isSuccess: process.terminationReason == .exit && process.terminationStatus == 0,
      lines: text.split(whereSeparator: \.isNewline).map(String.init))
  }
}
