internal import EconomyAPI
internal import Testing

/// Sums worked out by hand.
@Suite struct InvoiceTotalsTests {
  @Test(arguments: [
    // Rows as quantity × price at a rate; nets; net, VAT, gross.
    (["8 × 125000 at 25"], [1_000_000], [1_000_000, 250_000, 1_250_000]),
    (["1.5 × 99 at 25"], [149], [149, 37, 186]),  // 148.5 → 149; 37.25 → 37
    (["1 × 2 at 25"], [2], [2, 1, 3]),  // 0.5 → 1
    (["-1 × 2 at 25"], [-2], [-2, -1, -3]),  // −0.5 → −1
    (["-1.5 × 99 at 25"], [-149], [-149, -37, -186]),
    (["1.5 × -99 at 25"], [-149], [-149, -37, -186]),
    (["1 × 100 at 0"], [100], [100, 0, 100]),
    (["3 × 333 at 25", "1 × 1 at 25"], [999, 1], [1000, 250, 1250]),
    // For each rate on the sum: 2 × 0.25 = 0.5 → 1, not 0 + 0.
    (["1 × 1 at 25", "1 × 1 at 25"], [1, 1], [2, 1, 3]),
    (["1 × 2 at 25", "1 × 4 at 12", "1 × 8 at 6"], [2, 4, 8], [14, 1, 15]),
    (["1 × 2 at 25.0", "1 × 2 at 25"], [2, 2], [4, 1, 5]),
    (["100 × 1 at 25", "-100 × 1 at 25"], [100, -100], [0, 0, 0]),
    (["0.333333333333 × 300 at 25"], [100], [100, 25, 125]),
    (["1 × 1000 at 7.7"], [1000], [1000, 77, 1077]),
    ([], [], [0, 0, 0]),
  ])
  func `rows come to their sums`(_ rows: [String], _ nets: [Int64], _ sums: [Int64]) throws {
    let totals = try InvoiceTotals(rows.map(row))
    #expect(totals.nets == nets)
    #expect([totals.net, totals.vat, totals.gross] == sums)
  }

  @Test func `each rate has its sum, the smallest first`() throws {
    let totals = try InvoiceTotals(
      ["1 × 100 at 25", "1 × 200 at 6.0", "1 × 300 at 25.0"].map(row))
    #expect(totals.rates.map(\.rate.description) == ["6", "25"])
    #expect(totals.rates.map(\.net) == [200, 400])
    #expect(totals.rates.map(\.vat) == [12, 100])
  }

  @Test func `a row that says nothing is one of nothing`() throws {
    #expect(try InvoiceTotals([ClientInvoiceRow()]).gross == 0)
    var row = ClientInvoiceRow()
    row.price = 7
    #expect(try InvoiceTotals([row]).gross == 7)
  }

  @Test(arguments: [
    (
      ["1 × 1 at 25", "10 × 999999999999999 at 0"], TotalsFault.rowTooLarge(row: 2),
      "rows/row[2]: quantity × price is 10^15 or more"
    ),
    (
      ["999999999999999999 × -999999999999999 at 0"], .rowTooLarge(row: 1),
      "rows/row[1]: quantity × price is 10^15 or more"
    ),
    (
      ["1 × 999999999999999 at 0", "1 × 1 at 0"], .sumTooLarge,
      "rows: the sum is 10^15 or more"
    ),
    (["1 × 999999999999999 at 25"], .sumTooLarge, "rows: the sum is 10^15 or more"),
  ])
  func `what an amount cannot hold is refused`(
    _ rows: [String], _ fault: TotalsFault, _ text: String
  ) {
    #expect(throws: fault) { try InvoiceTotals(rows.map(row)) }
    #expect(fault.description == text)
  }

  private func row(_ text: String) -> ClientInvoiceRow {
    let words = text.split(separator: " ")
    var row = ClientInvoiceRow()
    row.quantity = DecimalNumber(words[0])
    row.price = Int64(words[2])
    row.vat = DecimalNumber(words[4])
    return row
  }
}
