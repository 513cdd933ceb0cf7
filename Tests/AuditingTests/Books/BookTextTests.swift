import Invoicing
import Testing

@Suite struct BookTextTests {
  @Test(arguments: [
    ("invoice R1", "line 2 of the books: no row is called 'invoice'\n  invoice R1"),
    ("sent S1", "line 2 of the books: no received invoice yet\n  sent S1"),
    (
      "received R1 from A, 1 250.00 SEK",
      "line 2 of the books: a received invoice needs a supplier, a date and an amount\n"
        + "  received R1 from A, 1 250.00 SEK"
    ),
    (
      "received R1 from A, 1 250.00 SEK, 2023-02-29",
      "line 2 of the books: '2023-02-29' says nothing\n"
        + "  received R1 from A, 1 250.00 SEK, 2023-02-29"
    ),
    (
      "received R1 from A, 1 25O.00 SEK, 2023-02-28",
      "line 2 of the books: '1 25O.00' is no amount: notANumber\n"
        + "  received R1 from A, 1 25O.00 SEK, 2023-02-28"
    ),
    (
      "received R1 from A, 1 250.00 SEK, 2023-02-28, sha aa",
      "line 2 of the books: 'sha' says nothing of 'received'\n"
        + "  received R1 from A, 1 250.00 SEK, 2023-02-28, sha aa"
    ),
    (
      "flag R1 naming S1",
      "line 2 of the books: a flag is processed or unprocessed\n  flag R1 naming S1"
    ),
    ("without received", "line 2 of the books: 'received' is no optional file\n  without received"),
    (
      "line of R1, service", "line 2 of the books: no invoice is called 'R1'\n  line of R1, service"
    ),
  ]) func `a mistake is told with its line`(text: String, told: String) {
    let mistake = #expect(throws: BookMistake.self) { try BookText.read("\n" + text) }
    #expect(mistake?.description == told)
  }

  @Test func `what a sent invoice leaves out it repeats from the received one above`() throws {
    let rows = try BookText.read(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed at 2023-04-04T08:00:00Z
      source for Kund L
      sent S1 mirrors R1
      sent S2, 100.00 EUR, net 90.00, 2023-04-05, draft, number 17, reference "R1, tack"
      """)
    #expect(rows.flags.map(\.at?.description) == ["2023-04-04T08:00:00Z"])
    #expect(rows.source.map(\.invoice.number) == ["R1"])
    #expect(rows.sent.map(\.customer) == ["Kund L", "Kund L"])
    #expect(rows.sent.map(\.invoice.net) == [100_000, 9000])
    #expect(rows.sent.map(\.invoice.vat) == [25_000, 1000])
    #expect(rows.sent.map(\.invoice.date.description) == ["2023-04-03", "2023-04-05"])
    #expect(rows.sent.map(\.status) == [.sent, .draft])
    #expect(rows.sent.map(\.invoice.number) == ["", "17"])
    #expect(rows.sent.map(\.reference) == ["", "R1, tack"])
  }
}
