internal import Foundation
internal import Testing

@testable internal import Fuzzing

/// What the fuzzers found worth keeping (docs/fuzzing.md), handed in once more.
@Suite struct CorpusTests {
  static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing/Corpus")

  @Test(arguments: Target.allCases)
  func `every input of the corpus keeps its promises`(_ target: Target) throws {
    let folder = Self.corpus.appending(path: target.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count > 5)
    for name in names {
      let bytes = try Array(Data(contentsOf: folder.appending(path: name)))
      #expect(throws: Never.self, "\(target.rawValue)/\(name)") { try target.check(bytes) }
    }
  }
}
