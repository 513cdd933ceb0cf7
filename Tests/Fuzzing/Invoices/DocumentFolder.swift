internal import Foundation

/// A folder of an extract with one document in it, for as long as the process runs.
enum DocumentFolder {
  static let name = "invoice.xml"

  static let path: String = {
    let url = FileManager.default.temporaryDirectory.appending(path: "fuzzing-\(UUID())")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    atexit { DocumentFolder.remove() }
    return url.path
  }()

  /// Puts a document in the place of the one before.
  static func put(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  private static func remove() { try? FileManager.default.removeItem(atPath: path) }
}
