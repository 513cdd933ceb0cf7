import Extracts
import Invoicing
import Testing

@Suite struct QuarantineTests {
  @Test func `bad rows are set aside and the others read`() throws {
    let extract = try ExtractOnDisk([
      "processed.csv": """
      received_id,processed,processed_at
      R1,true,
      R2,maybe,yesterday
      R3,true

      R4,false,2023-04-03T10:00:00Z
      R1,false,
      R5,"true"x,
      R6,"true,
      R7,true,

      """
    ])
    let books = try extract.read(quarantine: true)
    #expect(
      books.allRows.suffix(2) == [
        "[flag] [R1] [true] - [] [1]", "[flag] [R4] [false] [2023-04-03T10:00:00Z] [] [5]",
      ])
    #expect(books.inputs[2].rows == 8)
    #expect(books.inputs[2].rejected == 6)
    #expect(books.rejected == asideFromFlags)
  }

  private var asideFromFlags: [RejectedRow] {
    [
      row(
        3, "processed", "'maybe' is not known; expected: one of false, true",
        "R2,maybe,yesterday"),
      row(
        4, "",
        "the row has 2 fields, the header has 3; expected: 3 fields; one with a comma, "
          + "a quote or a line break stands in quotes", "R3,true"),
      row(
        5, "",
        "the line is blank; expected: a row; blank lines may be at the end of the file"
          + " only", ""),
      row(
        7, "received_id",
        "the invoice 'R1' has its flag on line 2 already; expected: one row an invoice at most",
        "R1,false,"),
      row(
        8, "processed",
        "there is text behind the closing quote; expected: a comma or the end of the line, "
          + "and '\"\"' for a quote inside a field", "R5,\"true\"x,"),
      row(
        9, "processed",
        "the quote that opens here is not closed; expected: a '\"' at the end of the field, "
          + "and '\"\"' for each quote inside it", "R6,\"true,\nR7,true,\n"),
    ]
  }

  @Test func `a row set aside leaves its id free`() throws {
    let extract = try ExtractOnDisk([
      "processed.csv": "received_id,processed\nR1,maybe\nR1,true\n"
    ])
    let books = try extract.read(quarantine: true)
    #expect(books.allRows.last == "[flag] [R1] [true] - [] [2]")
    #expect(books.rejected.map(\.line) == [2])
  }

  @Test func `bytes that are not UTF-8 are replaced in the raw row`() throws {
    let extract = try ExtractOnDisk()
    try extract.write(Array("received_id,processed\nR".utf8) + [0xe5, 0x2c, 0x0a], "processed.csv")
    let books = try extract.read(quarantine: true)
    #expect(books.rejected.map(\.raw) == ["R\u{fffd},"])
    #expect(books.rejected.map(\.column) == ["received_id"])
  }

  @Test func `what is wrong with a whole file is a failure all the same`() throws {
    let extract = try ExtractOnDisk(["processed.csv": "received_id\nR1\n"])
    #expect(
      extract.failure(quarantine: true) == """
        processed.csv:1: processed: the column is missing
          received_id
          expected: a header line with received_id, processed
        """)
  }

  private func row(_ line: Int, _ column: String, _ reason: String, _ raw: String) -> RejectedRow {
    RejectedRow(file: .processed, line: line, column: column, reason: reason, raw: raw)
  }
}
