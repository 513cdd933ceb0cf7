import Foundation
import GRDB
import Invoicing
import Snapshots
import Testing

/// Rows are read from the pages of the file, without SQLite.
@Suite struct StoredRecordTests {
  /// About where a record of one page ends, of several, and where the number of its length grows.
  @Test(arguments: [0, 100, 3900, 4000, 7950, 8050, 8150, 12_100, 16_250, 65_500])
  func `a text of any length comes back`(length: Int) throws {
    try withTemporaryFolder { folder in
      var draft = RandomBooks.draft(seed: 21, rows: 120)
      try #require(draft.received.count > 30)
      for row in 0..<draft.received.count {
        let text = String(repeating: "\(row % 10)", count: length + 5 * row)
        draft.received.invoices.number[row] = draft.texts.intern(text)
      }
      try expectBack(draft, folder)
    }
  }

  @Test func `a number of any width comes back`() throws {
    try withTemporaryFolder { folder in
      var draft = RandomBooks.draft(seed: 41, rows: 9000)
      try #require(draft.received.count > 294)
      var edges: [Int64] = []
      for bits in 0..<49 {
        let power: Int64 = 1 << bits
        for near in [power - 1, power, power + 1] { edges += [near, -near] }
      }
      for row in 0..<draft.received.count {
        draft.received.invoices.net[row] = edges[row % edges.count]
        draft.received.invoices.gross[row] = edges[(row + 7) % edges.count]
      }
      try expectBack(draft, folder)
    }
  }

  @Test(arguments: [1, 2, 3])
  func `a page that is none of its table's is damage`(place: Int) throws {
    try withTemporaryFolder { folder in
      let draft = RandomBooks.draft(seed: 23, rows: 3000)
      let file = try SnapshotWriter.write(Books(draft), links: [], into: "\(folder)/a")
      let root = try DatabaseQueue(path: file.path).read { db in
        try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'sent_rows'")
      }
      var bytes = try Data(contentsOf: URL(filePath: file.path))
      let size = Int(bytes[16]) << 8 | Int(bytes[17])
      let start = (try #require(root) - 1) * size
      let isInnerPage = bytes[start] == 5
      try #require(isInnerPage)
      // The last page below the root: the first of the file, none that is there, the root itself.
      let wrong = [1, bytes.count / size + 1, start / size + 1][place - 1]
      for byte in 0..<4 { bytes[start + 8 + byte] = UInt8(wrong >> (24 - 8 * byte) & 255) }
      let path = "\(folder)/damaged.sqlite"
      try bytes.write(to: URL(filePath: path))
      let error = #expect(throws: SnapshotError.self) { try SnapshotReader.read(path) }
      guard case .damaged(path, let detail) = error else {
        Issue.record("not damaged: \(String(describing: error))")
        return
      }
      #expect(detail.hasPrefix("page \(wrong) "), "\(detail)")
    }
  }

  /// Of several files, each with some bytes changed, in the pages that rows stand in.
  @Test(arguments: 1...8) func `whatever a page says is read or refused`(seed: UInt64) throws {
    try withTemporaryFolder { folder in
      let draft = RandomBooks.draft(seed: 25, rows: 400)
      let file = try SnapshotWriter.write(Books(draft), links: [], into: "\(folder)/a")
      let whole = [UInt8](try Data(contentsOf: URL(filePath: file.path)))
      let path = "\(folder)/changed.sqlite"
      var random = SplitMix(state: seed)
      var refused = 0
      for _ in 0..<150 {
        var bytes = whole
        // The first page is SQLite's to judge. What leads on stands at the beginning of a page.
        let page = Int.random(in: 1..<bytes.count / 4096, using: &random) * 4096
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let most = [8, 64, 4096].randomElement(using: &random) ?? 8
          let place = page + Int.random(in: 0..<most, using: &random)
          bytes[place] = [0, 1, 127, 128, 255].randomElement(using: &random) ?? 0
        }
        try Data(bytes).write(to: URL(filePath: path))
        do { _ = try SnapshotReader.read(path) } catch is SnapshotError { refused += 1 }
      }
      #expect(refused > 0)
    }
  }

  private func expectBack(_ draft: BooksDraft, _ folder: String) throws {
    let file = try SnapshotWriter.write(Books(draft), links: [], into: folder)
    #expect(BooksInWords(try SnapshotReader.read(file.path)) == BooksInWords(draft))
  }
}
