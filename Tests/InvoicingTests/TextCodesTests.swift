import Invoicing
import Testing

@Suite struct TextCodesTests {
  /// Rows of two cells: texts with digits behind prefixes of all lengths, and all that is near.
  private static let rows: [[String]] = (0..<6000).map { n in
    let prefix = String("CC02-Å0218796K2374-9".prefix(n % 20))
    let digits = ["\(n % 1000)", "00\(n % 10)", "\(n)", "\(n)x", "", "\(n * 7919)"][n % 6]
    return [prefix + digits, "\(n / 3)"]
  }

  /// The cells of some rows, behind bytes that are not theirs.
  private static func cells(_ rows: ArraySlice<[String]>) -> ([UInt8], [Range<UInt32>]) {
    var bytes: [UInt8] = []
    var cells: [Range<UInt32>] = []
    for text in rows.joined() {
      let start = UInt32(bytes.count)
      bytes += text.utf8
      cells.append(start..<UInt32(bytes.count))
    }
    return (bytes + Array(repeating: 0, count: 64), cells)
  }

  @Test(arguments: [1, 7, 1000]) func `texts with codes have the handles that they have without`(
    batch: Int
  ) {
    var codes = TextCodes()
    var pages: [UInt32] = []
    var (coded, plain) = (TextTable(), TextTable())
    for start in stride(from: 0, to: Self.rows.count, by: batch) {
      let rows = Self.rows[start..<min(start + batch, Self.rows.count)]
      let (bytes, cells) = Self.cells(rows)
      for column in 0..<2 {
        let numbers = codes.codes(
          of: cells.span, from: column, by: 2, count: rows.count, in: bytes.span)
        pages += coded.pages(of: codes.takeNewPrefixes())
        let handles = coded.intern(
          numbers, pages, cells.span, from: column, by: 2, of: bytes.span)
        #expect(handles == rows.map { plain.intern($0[column]) })
        #expect(zip(handles, rows).allSatisfy { coded.string($0) == $1[column] })
      }
    }
    #expect(coded.count == plain.count)
  }

  @Test func `numbers far from each other are found too`() {
    var table = TextTable()
    let texts = (0..<20_000).map { "\($0 * 7919 + 1_000_000)" }
    let handles = texts.map { table.intern($0) }
    #expect(Set(handles).count == texts.count)
    #expect(table.hashedCount > 10_000)
    #expect(texts.map { table.find($0) } == handles)
    #expect(texts.map { table.intern($0) } == handles)
    #expect(handles.map { table.string($0) } == texts)
    #expect(table.find("999") == nil)
  }
}
