import Extracts
import Foundation
import Testing

/// What is wrong with an extract as a whole, with all that is printed for it.
@Suite struct ExtractFailureTests {
  @Test func `a folder that is not there is named in full`() {
    #expect(throws: ExtractFailure.noFolder("/no/such/folder")) {
      try ExtractReader.read(folder: "/no/such/folder")
    }
    #expect(
      ExtractFailure.noFolder("/no/such/folder").description == """
        /no/such/folder: there is no such folder
          expected: the folder of an extract
        """)
  }

  @Test func `all needed files that are missing are named`() throws {
    let extract = try ExtractOnDisk()
    try extract.remove("extract.json")
    try extract.remove("sent.csv")
    #expect(
      extract.failure() == """
        extract.json: the file is missing
          expected: extract.json, received.csv, sent.csv and processed.csv in the extract's folder
        sent.csv: the file is missing
          expected: extract.json, received.csv, sent.csv and processed.csv in the extract's folder
        """)
  }

  @Test func `a folder in the place of a file is no file`() throws {
    let extract = try ExtractOnDisk(["lines.csv/x": ""])
    #expect(
      extract.failure() == """
        lines.csv: the file cannot be read: it is not a file
          expected: a file that may be read
        """)
  }

  @Test func `an empty file has no header`() throws {
    for text in ["", "\u{feff}"] {
      let extract = try ExtractOnDisk(["attempts.csv": text])
      #expect(
        extract.failure() == """
          attempts.csv:1: the file is empty
            expected: a header line with received_id, attempted_at, outcome
          """)
    }
  }

  @Test func `bytes that are not UTF-8 are named with their column`() throws {
    let extract = try ExtractOnDisk()
    try extract.write(
      Array("received_id,processed,mirror_id\nR1,true,K\u{f6}\nR2,tr".utf8)
        + [0xe5] + Array("e,x\nR".utf8) + [0xc3] + Array(",true,\n".utf8), "processed.csv")
    #expect(
      extract.failure() == """
        processed.csv:3: processed: the byte 0xE5 is not UTF-8
          R2,tr\u{fffd}e,x
               ^
          expected: a file saved as UTF-8
        processed.csv:4: received_id: the byte 0xC3 is not UTF-8
          R\u{fffd},true,
           ^
          expected: a file saved as UTF-8
        """)
  }

  @Test func `a header that is not UTF-8 is one fault`() throws {
    let extract = try ExtractOnDisk()
    try extract.write([0xff, 0xfe, 0x69, 0x64, 0x0a], "processed.csv")
    #expect(
      extract.failure(quarantine: true) == """
        processed.csv:1: the byte 0xFF is not UTF-8
          \u{fffd}\u{fffd}id
          ^
          expected: a file saved as UTF-8
        """)
  }

  @Test func `fifty faults are shown and the others counted`() throws {
    let rows = (1...120).map { "R\($0),perhaps\n" }.joined()
    let extract = try ExtractOnDisk(["processed.csv": "received_id,processed\n" + rows])
    let failure = #expect(throws: ExtractFailure.self) { try extract.read() }
    guard case .badCells(let cells, let more) = failure else {
      Issue.record("not bad cells: \(String(describing: failure))")
      return
    }
    #expect(cells.map(\.line) == Array(2...51))
    #expect(more == 70)
    #expect(extract.failure().hasSuffix("\nand 70 more that are not shown"))
  }

  @Test func `a long row is cut around its fault`() throws {
    let long = String(repeating: "long ", count: 300)
    let extract = try ExtractOnDisk([
      "processed.csv": "received_id,note,processed,other\nR1,\(long),perhaps,\(long)\n"
    ])
    let before = "…ng long long long long long long long long ,"
    let after = ",long long long long long long long long long…"
    #expect(
      extract.failure() == """
        processed.csv:2: processed: 'perhaps' is not known
          \(before)perhaps\(after)
          \(String(repeating: " ", count: before.count))^^^^^^^
          expected: one of false, true
        """)
    #expect((before + "perhaps" + after).count == 98)
  }
}
