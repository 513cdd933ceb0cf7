import Extracts
import Foundation
import Invoicing
import Testing

/// What is not written, with all that is printed for it.
@Suite struct ExtractWriteFailureTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout WrittenRow) -> Void
    let text: String
  }

  static let refusals: [Refusal] = [
    Refusal(
      testDescription: "a semicolon in an id", change: { $0.received.id = "R;1" },
      text: """
        received.csv, row 2: id: the id 'R;1' has a ';' in it
          expected: an id without ';' and line breaks
        """),
    Refusal(
      testDescription: "a line break in an id", change: { $0.received.id = "R\r1" },
      text: """
        received.csv, row 2: id: the id 'R\r1' has a line break in it
          expected: an id without ';' and line breaks
        """),
    Refusal(
      testDescription: "no id", change: { $0.received.id = "" },
      text: "received.csv, row 2: id: there is no value\n  expected: a text"),
    Refusal(
      testDescription: "no number", change: { $0.received.number = "" },
      text: "received.csv, row 2: number: there is no value\n  expected: a text"),
    Refusal(
      testDescription: "a NUL", change: { $0.received.supplier = "K\0" },
      text: "received.csv, row 2: supplier: there is a NUL byte\n  expected: text"),
    Refusal(
      testDescription: "an amount too large",
      change: { $0.received.gross.minorUnits = 1_000_000_000_000_000 },
      text: """
        received.csv, row 2: gross: the amount '10000000000000.00' is too large
          expected: less than 10^15 of the smallest unit
        """),
    Refusal(
      testDescription: "a second currency",
      change: { row in Currency("EUR").map { row.received.vat.currency = $0 } },
      text: """
        received.csv, row 2: vat: 'EUR' is no currency
          expected: a currency's code in ISO 4217, as in SEK
        """),
    Refusal(
      testDescription: "a quantity that is none", change: { $0.line.quantity = "7,5" },
      text: """
        lines.csv, row 1: quantity: the number '7,5' has a decimal comma
          expected: digits and one '.', with at most 12 decimals, as in 7.5
        """),
    Refusal(
      testDescription: "a negative rate", change: { $0.line.vatRate = -250_000 },
      text: """
        lines.csv, row 1: vat_rate: the rate '-25' is negative
          expected: a percentage from 0 on with at most 4 decimals, as in 25
        """),
    Refusal(
      testDescription: "a digest that is none", change: { $0.attachment.sha256 = "ab" },
      text: """
        attachments.csv, row 1: sha256: 'ab' is no SHA-256 digest
          expected: 64 hex digits
        """),
  ]

  @Test(arguments: refusals)
  func `what no reader would take is refused`(_ refusal: Refusal) throws {
    let extract = try ExtractOnDisk()
    var row = try WrittenRow()
    var writer = try ExtractWriter(folder: extract.path)
    try writer.write(row.received)
    refusal.change(&row)
    do throws(ExtractWriteFailure) {
      try writer.write(row.received)
      try writer.write(row.line, of: "R1", in: .received)
      try writer.write(row.attachment, of: "R1", in: .received)
      Issue.record("it was written")
    } catch {
      #expect(error.description == refusal.text)
    }
  }

  @Test func `a file in the folder's place is named`() throws {
    let extract = try ExtractOnDisk()
    let path = extract.path + "/sent.csv"
    do {
      _ = try ExtractWriter(folder: path)
      Issue.record("it was opened")
    } catch {
      #expect(
        error.description == """
          \(path): the folder cannot be opened: Not a directory
            the extract is not written
          """)
    }
  }

  @Test func `a group without a name is refused`() throws {
    let extract = try ExtractOnDisk()
    var writer = try ExtractWriter(folder: extract.path)
    do {
      try writer.finish(
        group: "", takenAt: Moment(microseconds: 0), coversFrom: nil, companies: nil)
      Issue.record("it was written")
    } catch {
      #expect(
        error.description == "extract.json: group: there is no value\n  expected: a name")
    }
  }

  @Test func `another writer is named`() {
    #expect(
      ExtractWriteFailure.busy("out").description
        == "another program is writing an extract to out: wait until it is done, or name another "
        + "folder")
  }
}

/// Rows that can be written.
struct WrittenRow {
  var received: ReceivedInvoice
  var line: InvoiceLine
  var attachment = Attachment(
    name: "receipt.pdf", sha256: String(repeating: "a", count: 64), bytes: 1)

  init() throws {
    let currency = try #require(Currency("SEK"))
    received = ReceivedInvoice(
      id: "R1", supplier: "Konsult A", number: "A-1", kind: .invoice,
      issueDate: CalendarDate(days: 0), dueDate: nil, net: Money(100_000, currency),
      vat: Money(25_000, currency), gross: Money(125_000, currency), status: .booked)
    line = InvoiceLine(
      line: 1, kind: .service, description: "", quantity: "1", unitPrice: "1000", vatRate: 250_000,
      net: Money(100_000, currency))
  }
}
