import Foundation
import Testing

/// Files whose text is compared as a whole; `make record` rewrites them, and still fails once.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")
  private static var isRecording: Bool {
    ProcessInfo.processInfo.environment["MIRROR_AUDIT_RECORD"] == "1"
  }

  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if isRecording {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name): look at it", sourceLocation: sourceLocation)
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name): `make record` rewrites it", sourceLocation: sourceLocation)
  }
}
