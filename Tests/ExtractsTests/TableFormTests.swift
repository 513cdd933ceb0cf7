import Extracts
import Invoicing
import Testing

/// The forms that one table may have.
@Suite struct TableFormTests {
  static let header =
    ["id", "supplier", "number", "kind", "issue_date", "due_date", "currency"]
    + ["net", "vat", "rounding", "gross", "status"]
  static let rows = [
    [
      "R1", "Konsult Å", "1,2", "invoice", "2023-04-03", "", "SEK", "10", "2.50", "", "12.50",
      "open",
    ],
    ["R2", "A \"B\"", "x\ny", "credit-note", "2023-04-04", "2023-05-04", "JPY", "-10", "-2", "0"]
      + ["-12", "paid"],
  ]

  static func table(
    order: [Int] = Array(header.indices), lineEnd: String = "\n", mark: String = "",
    quoteAll: Bool = false, isEnded: Bool = true
  ) -> String {
    func cell(_ text: String) -> String {
      let needsQuotes = quoteAll || text.contains { ",\"\n".contains($0) }
      return needsQuotes
        ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
    let lines = ([header] + rows).map { row in
      order.map { cell(row[$0]) }.joined(separator: ",")
    }
    return mark + lines.joined(separator: lineEnd) + (isEnded ? lineEnd : "")
  }

  static let variants = [
    table(lineEnd: "\r\n"),
    table(mark: "\u{feff}"),
    table(mark: "\u{feff}", quoteAll: true),
    table(lineEnd: "\r\n", quoteAll: true, isEnded: false),
    table(isEnded: false),
    table(order: header.indices.reversed()),
    table(order: [3, 1, 2, 0, 11, 5, 4, 7, 6, 10, 9, 8], quoteAll: true),
    table() + "\n\r\n",
    table().replacing("open\n", with: "open\r\n"),
  ]

  @Test(arguments: variants)
  func `all forms of a table give the same books`(_ table: String) throws {
    let plain = try ExtractOnDisk(["received.csv": Self.table()]).read()
    let books = try ExtractOnDisk(["received.csv": table]).read()
    #expect(plain.received.count == 2)
    #expect(books.allRows == plain.allRows)
    #expect(books.inputs[0].rows == 2)
  }

  @Test func `quoted fields hold commas, quotes and line breaks`() throws {
    let notes = ["a,b", "\"", "\"\"", "a\nb", "a\r\nb", "\r", ",\n\",", " x ", "å\u{1F600}"]
    let rows = notes.enumerated().map { "R\($0),true,\"\($1.replacing("\"", with: "\"\""))\"\n" }
    let extract = try ExtractOnDisk([
      "processed.csv": "received_id,processed\n",
      "attempts.csv": "received_id,idempotency_key,attempted_at,outcome\n"
        + notes.enumerated().map {
          "R\($0),\"\($1.replacing("\"", with: "\"\""))\",2023-04-03T10:00:00Z,failed\n"
        }.joined(),
    ])
    let books = try extract.read()
    #expect(rows.count == books.attempts.count)
    #expect(books.attempts.idempotencyKey.map { books.texts.string($0) } == notes)
  }

  @Test func `unknown columns are ignored and named`() throws {
    let extract = try ExtractOnDisk([
      "processed.csv": "colour,received_id,processed,mirrorid,\nred,R1,true,\"x,y\",\n"
    ])
    let books = try extract.read()
    #expect(books.inputs[2].ignoredColumns == ["colour", "mirrorid", ""])
    #expect(books.allRows.last == "[flag] [R1] [true] - [] [1]")
  }

  @Test func `absent is not empty`() throws {
    let without = try ExtractOnDisk().read()
    #expect(without.inputs.map(\.file) == [.received, .sent, .processed])
    let with = try ExtractOnDisk([
      "attachments.csv": "ledger,invoice_id,name,sha256\n"
    ]).read()
    #expect(with.inputs.map(\.file) == [.received, .sent, .processed, .attachments])
    #expect(with.inputs[3].rows == 0)
  }

  @Test func `inputs bear the digest of their bytes`() throws {
    let extract = try ExtractOnDisk(["processed.csv": "received_id,processed\n"])
    #expect(
      try extract.read().inputs[2].sha256
        == "b7ff5bf99e528c0f5e482196d166cf0fea2426cf7e352d1bb5e55a95d8242679")
  }

  @Test func `a line's amount has its invoice's decimals, or four where that is not there`() throws
  {
    let extract = try ExtractOnDisk([
      "received.csv": """
      id,supplier,number,kind,issue_date,currency,net,vat,gross,status
      R1,A,1,invoice,2023-04-03,JPY,1000,250,1250,booked

      """,
      "lines.csv": """
      ledger,invoice_id,line,kind,description,quantity,unit_price,vat_rate,net
      received,R1,1,service,,7.5,.123456789012,25,1000
      sent,S1,1,mileage,"km, 3",,,6.25,-0.05
      received,S1,1,other,,-1,+2,0,1.2345

      """,
    ])
    let books = try extract.read()
    #expect(books.lines.net == [1000, -5, 12345])
    #expect(books.lines.currency.map { $0?.code } == ["JPY", "SEK", nil])
    #expect(books.lines.vatRate == [250_000, 62_500, 0])
  }

  @Test func `digests are kept in lower case`() throws {
    let digest = String(repeating: "0aB9", count: 16)
    let extract = try ExtractOnDisk([
      "attachments.csv":
        "ledger,invoice_id,name,sha256,bytes\nsent,S1,a.pdf,\(digest),24936\nsent,S1,b,\(digest),\n"
    ])
    let books = try extract.read()
    #expect(
      books.attachments.sha256.map { books.texts.string($0) }
        == [digest.lowercased(), digest.lowercased()])
    #expect(books.attachments.bytes == [24936, nil])
  }

  @Test func `progress counts the bytes of all files`() throws {
    let extract = try ExtractOnDisk()
    var seen: [ReadingProgress] = []
    _ = try ExtractReader.read(folder: extract.path) { seen.append($0) }
    #expect(seen.map(\.file) == ["received.csv", "sent.csv", "processed.csv"])
    #expect(seen.last?.bytesRead == seen.last?.bytesInAll)
  }
}
