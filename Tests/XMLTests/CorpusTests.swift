import Foundation
import Testing
import XML

/// Real files that are not ours to commit, where they are at hand.
private let corpora = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("shared/corpora")

private let areAtHand = FileManager.default.fileExists(
  atPath: corpora.appendingPathComponent("MANIFEST.tsv").path)

@Suite(.enabled(if: areAtHand, "../shared/corpora is not there"))
struct CorpusTests {
  @Test func `every file is read or refused, the same in small pieces`() throws {
    let files = try #require(FileManager.default.enumerator(atPath: corpora.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") }.sorted()
    #expect(files.count > 400)
    var read = 0
    for file in files {
      let content = try bytes(ofFile: corpora.appendingPathComponent(file).path)
      let answer = verdict(on: content)
      #expect(verdict(on: content, inPiecesOf: 1500) == answer, "\(file)")
      if answer == "read" { read += 1 }
    }
    #expect(read > 400)
  }

  @Test func `every invoice and credit note with a gross amount is read`() throws {
    let manifest = try String(
      contentsOf: corpora.appendingPathComponent("MANIFEST.tsv"), encoding: .utf8)
    let rows = manifest.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let names = try #require(rows.first)
    let file = try #require(names.firstIndex(of: "file"))
    let root = try #require(names.firstIndex(of: "root"))
    let gross = try #require(names.firstIndex(of: "gross"))
    let invoices = rows.dropFirst().filter {
      ["Invoice", "CreditNote"].contains($0[root]) && !$0[gross].isEmpty
    }
    #expect(invoices.count > 200)
    for row in invoices {
      let path = corpora.deletingLastPathComponent().appendingPathComponent(row[file]).path
      #expect(verdict(on: try bytes(ofFile: path)) == "read", "\(row[file])")
    }
  }
}
