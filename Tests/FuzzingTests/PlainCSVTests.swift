internal import Invoicing
internal import Testing

@testable internal import Fuzzing

/// The reader that the room's is held against knows what a good table is.
@Suite struct PlainCSVTests {
  @Test(arguments: [
    ("a,b\n", [["a", "b"]]), ("a,b", [["a", "b"]]), ("a,\r\n,b\r\n\n\n", [["a", ""], ["", "b"]]),
    ("\"a,\"\"b\"\"\n\",c\n", [["a,\"b\"\n", "c"]]), ("\n\n", []), ("", []),
    ("\"a\r\",b\n", [["a\r", "b"]]),
  ])
  func `a good table is read`(_ text: String, _ rows: [[String]]) {
    let read = PlainCSV.rows(Array(text.utf8), width: 2)
    #expect(read?.map { $0.map { String(decoding: $0, as: UTF8.self) } } == rows)
  }

  @Test(arguments: [
    "a\n", "a,b,c\n", "a\"b,c\n", "\"a\"b,c\n", "\"a,b\n", "a\rb,c\n", "a,b\r", "a\0,b\n",
    "\"a\0\",b\n", "\na,b\n", "a,b\n\na,b\n",
  ])
  func `a bad one is none`(_ text: String) {
    #expect(PlainCSV.rows(Array(text.utf8), width: 2) == nil)
  }

  @Test func `a blank line is a row of one cell`() {
    #expect(PlainCSV.rows(Array("a\n\n".utf8), width: 1) == [[[97]], [[]]])
  }

  @Test func `tables are told apart by the letter behind a separator`() {
    let tables = ExtractBytes.tables(in: Array("r\u{1d}sx\u{1d}a\u{1d}sy\u{1d}!z".utf8))
    #expect(tables.map(\.file) == [.received, .sent, .attempts])
    #expect(tables.map { String(decoding: $0.bytes, as: UTF8.self) } == ["r", "y", ""])
  }
}
