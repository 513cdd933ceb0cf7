import Foundation
import Synchronization

/// A folder of a test's own, removed with it.
final class Folder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "loop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  /// A copy of another.
  init(copying other: Folder) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "loop-\(UUID().uuidString)")
    path = url.path(percentEncoded: false)
    try FileManager.default.copyItem(atPath: other.path, toPath: path)
  }

  /// One that all tests share lives as long as their process, and is removed at its end.
  func keptToTheEnd() -> Folder {
    Self.kept.withLock { paths in
      if paths.isEmpty { atexit { Folder.removeKept() } }
      paths.append(path)
    }
    return self
  }

  private static let kept = Mutex<[String]>([])

  private static func removeKept() {
    for path in kept.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: file(name)))
  }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: file(name)) }

  func copy(_ name: String, as other: String) throws {
    try FileManager.default.copyItem(atPath: file(name), toPath: file(other))
  }
}
