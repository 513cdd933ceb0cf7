internal import Foundation

/// The files that belong to the package: those that git tracks or would.
///
/// Without git (a copy of the sources) all but what the build and the runs leave behind.
enum House {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Paths from the root, in order.
  static let paths: [String] = (tracked ?? walkedPaths()).sorted()

  /// Whether git told the paths.
  static var isTracked: Bool { tracked != nil }

  private static let tracked = trackedPaths()

  /// The Swift files of `Sources` and `Tests`.
  static let swift: [SourceFile] = texts.filter {
    $0.path.hasSuffix(".swift") && ($0.path.hasPrefix("Sources/") || $0.path.hasPrefix("Tests/"))
  }

  /// Every file that is text.
  static let texts: [SourceFile] = paths.compactMap(file)

  static var sources: [SourceFile] { swift.filter { $0.path.hasPrefix("Sources/") } }

  /// Nil where there is no such file, or its bytes are no UTF-8.
  static func file(_ path: String) -> SourceFile? {
    guard let data = try? Data(contentsOf: root.appendingPathComponent(path)) else { return nil }
    return String(validating: data, as: UTF8.self).map { SourceFile(path: path, text: $0) }
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  private static func trackedPaths() -> [String]? {
    guard exists(".git") else { return nil }
    let git = Process()
    let output = Pipe()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    git.currentDirectoryURL = root
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    guard (try? git.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { return nil }
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.filter(exists)
  }

  private static func walkedPaths() -> [String] {
    let leftBehind = [".build", ".git/", ".swiftpm", ".mirror-audit"]
    guard let walk = FileManager.default.enumerator(atPath: root.path) else { return [] }
    var files: [String] = []
    while let path = walk.nextObject() as? String {
      let isLeftBehind = leftBehind.contains { path.hasPrefix($0) }
      if walk.fileAttributes?[.type] as? FileAttributeType == .typeDirectory {
        if isLeftBehind { walk.skipDescendants() }
      } else if !isLeftBehind {
        files.append(path)
      }
    }
    return files
  }
}
