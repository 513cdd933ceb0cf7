internal import Foundation
internal import Testing

/// Files that a change must not alter unseen.
///
/// `MIRROR_AUDIT_RECORD=1` rewrites them (`make record`); that run still fails, so that nobody
/// takes a recording for a check.
enum Golden {
  static func expect(
    _ text: String, is name: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name)")
    if ProcessInfo.processInfo.environment["MIRROR_AUDIT_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      Issue.record("recorded Golden/\(name): read it, then run again", sourceLocation: location)
      return
    }
    let golden = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    #expect(text == golden, "Golden/\(name)", sourceLocation: location)
  }
}
