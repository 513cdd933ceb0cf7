import Foundation
import GRDB
import Invoicing
import Snapshots
import Testing

@Suite struct SnapshotVerificationTests {
  @Test func `a thousand changed bytes are each found, and none crashes the reader`() throws {
    try withTemporaryFolder { folder in
      let draft = RandomBooks.draft(seed: 11, rows: 12)
      let file = try SnapshotWriter.write(Books(draft), links: [], into: "\(folder)/a")
      let bytes = try Data(contentsOf: URL(filePath: file.path))
      let path = "\(folder)/\(file.header.fileName)"
      let seed: UInt64 = 77
      var random = SplitMix(state: seed)
      var foundInside = 0
      for _ in 0..<1000 {
        var changed = bytes
        let place = Int.random(in: 0..<bytes.count, using: &random)
        changed[place] ^= UInt8.random(in: 1...255, using: &random)
        try changed.write(to: URL(filePath: path))
        let problems = SnapshotVerification.verify(path, expectedFileDigest: file.fileDigest)
        #expect(problems.first?.contains("has been changed") == true, "seed \(seed) at \(place)")
        if problems.count > 1 { foundInside += 1 }
      }
      print("without the file's digest \(foundInside) of 1000 changed bytes were found")
      #expect(foundInside > 100)
    }
  }

  @Test func `a cut file is found, wherever it is cut`() throws {
    try withTemporaryFolder { folder in
      let draft = RandomBooks.draft(seed: 12, rows: 60)
      let file = try SnapshotWriter.write(Books(draft), links: [], into: "\(folder)/a")
      let bytes = try Data(contentsOf: URL(filePath: file.path))
      let path = "\(folder)/\(file.header.fileName)"
      for length in stride(from: 0, to: bytes.count, by: 1531) {
        try bytes.prefix(length).write(to: URL(filePath: path))
        #expect(!SnapshotVerification.verify(path, expectedFileDigest: nil).isEmpty)
      }
    }
  }

  @Test func `an amount changed with SQL is found by the identity`() throws {
    try withTemporaryFolder { folder in
      let books = try TestBooks(takenAt: "2023-05-31T06:00:00Z").received("R1").books
      let file = try SnapshotWriter.write(books, links: [], into: "\(folder)/a")
      let path = "\(folder)/\(file.header.fileName)"
      try Data(contentsOf: URL(filePath: file.path)).write(to: URL(filePath: path))
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "UPDATE received_rows SET net = net + 1") }
      try queue.close()
      let problems = SnapshotVerification.verify(path, expectedFileDigest: nil)
      #expect(problems.count == 2)
      #expect(problems.first?.contains("its rows are not those that were written") == true)
      #expect(problems.last?.contains("the file says \(file.header.identity)") == true)
    }
  }

  @Test func `a file under another name is told its own`() throws {
    try withTemporaryFolder { folder in
      let books = try TestBooks(takenAt: "2023-05-31T06:00:00Z").received("R1").books
      let file = try SnapshotWriter.write(books, links: [], into: folder)
      let other = "\(folder)/2023-05-31T060000Z-000000000000.sqlite"
      try FileManager.default.moveItem(atPath: file.path, toPath: other)
      #expect(
        SnapshotVerification.verify(other, expectedFileDigest: file.fileDigest)
          == ["\(other): the name of this snapshot is \(file.header.fileName)"])
    }
  }

  @Test func `a file that is not there is a problem, no crash`() {
    #expect(
      SnapshotVerification.verify("/nowhere/a.sqlite", expectedFileDigest: nil)
        == ["\(SnapshotError.missing(path: "/nowhere/a.sqlite"))"])
  }
}
