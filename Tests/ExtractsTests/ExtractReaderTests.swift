import Extracts
import Invoicing
import Testing

@Suite struct ExtractReaderTests {
  @Test func `the smallest extract is read`() throws {
    let extract = try ExtractOnDisk()
    let books = try ExtractReader.read(folder: extract.path)
    #expect(books.header.group == "Group AB")
    #expect(books.received.invoices.gross == [125_000])
    #expect(books.sent.invoices.id.map { books.texts.string($0) } == ["S1"])
    #expect(books.flags.processed == [true])
    #expect(books.inputs.map(\.file) == [.received, .sent, .processed])
  }
}
