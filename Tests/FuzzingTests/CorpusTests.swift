internal import Foundation
internal import Testing

@testable internal import Fuzzing

/// What the fuzzers found worth keeping (docs/fuzzing.md), handed in once more.
@Suite struct CorpusTests {
  static let fuzzing = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing")

  @Test(arguments: Target.allCases, ["Seeds", "Corpus"])
  func `every input that is kept keeps its promises`(_ target: Target, _ kind: String) throws {
    let folder = Self.fuzzing.appending(path: "\(kind)/\(target.rawValue)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count > 5)
    for name in names {
      let bytes = try Array(Data(contentsOf: folder.appending(path: name)))
      #expect(throws: Never.self, "\(kind)/\(target.rawValue)/\(name)") { try target.check(bytes) }
    }
  }
}
