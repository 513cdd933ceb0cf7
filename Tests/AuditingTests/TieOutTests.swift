import Auditing
import Invoicing
import Testing

@Suite struct TieOutTests {
  /// Each row as `currency supplier expected mirrored findings pending tolerated counts`.
  private func rows(_ text: String) throws -> [String] {
    let audit = try audit(of: text)
    #expect(AuditInvariants.broken(by: audit) == [])
    #expect(audit.balances)
    return audit.tieOut.map { row in
      let amounts = [row.expected, row.mirrored, row.findings, row.pending, row.tolerated]
      let counts = [row.receivedCount, row.mirroredCount, row.pendingCount]
      return ([row.currency.code, row.supplier] + amounts.map { "\($0)" } + counts.map { "\($0)" })
        .joined(separator: " ")
    }
  }

  @Test func `rows run by currency, then supplier's bytes, the orphans first`() throws {
    #expect(
      try rows(
        """
        received R1 from Ö, 1 250.00 SEK, 2023-04-03, processed
        sent S1 mirrors R1
        received R2 from b, 800.00 SEK, 2023-04-03, processed
        sent S2 mirrors R2, 801.00 SEK
        received R3 from B, 700.00 SEK, 2023-05-30
        received R4 from B, 600.00 EUR, 2023-04-03
        sent S4 mirrors nobody, 5.00 SEK
        """) == [
          "EUR B 60000 0 -60000 0 0 1 0 0", "SEK  0 500 500 0 0 0 1 0",
          "SEK B 70000 0 0 -70000 0 1 0 1", "SEK b 80000 80100 100 0 0 1 1 0",
          "SEK Ö 125000 125000 0 0 0 1 1 0",
        ])
  }

  @Test func `what is cancelled or received twice is not expected, its mirrors still bill`() throws
  {
    #expect(
      try rows(
        """
        received R1 from A, 1 250.00 SEK, 2023-04-03, cancelled
        sent S1 mirrors R1
        received R2 from A, 800.00 SEK, 2023-04-03, number 7, processed
        sent S2 mirrors R2
        received R3 from A, 800.00 SEK, 2023-04-03, number 7
        sent S3 mirrors R3
        """) == ["SEK A 80000 285000 205000 0 0 1 3 0"])
  }

  @Test func `a mirror in another currency makes a row of its own`() throws {
    #expect(
      try rows(
        """
        received R1 from A, 1 250.00 SEK, 2023-04-03, processed
        sent S1 mirrors R1, 100.00 EUR
        """) == ["EUR A 0 10000 10000 0 0 0 1 0", "SEK A 125000 0 -125000 0 0 1 0 0"])
  }

  @Test func `what is out of scope is counted and summed apart, by supplier and reason`() throws {
    let audit = try audit(
      of: """
        companies "A; B"
        covers from 2023-04-01
        received R1 from Hyra, 1 250.00 SEK, 2023-04-03
        sent S1 mirrors R1, number 1
        received R2 from Hyra, 50.00 SEK, 2023-03-03
        received R3 from A, 10.00 SEK, 2023-03-31
        received R4 from A, 20.00 EUR, 2023-03-31
        received R5 from A, 30.00 SEK, 2023-04-01, cancelled
        """)
    #expect(audit.tieOut == [])
    #expect(
      audit.outOfScope.map {
        "\($0.supplier) \($0.currency.code) \($0.reason.name) \($0.count) \($0.gross)"
      }
        == [
          "A EUR before-cover 1 2000", "A SEK before-cover 1 1000",
          "Hyra SEK other-supplier 2 130000",
        ])
  }

  @Test func `names are ordered by their bytes, also where a reader sees no difference`() throws {
    let names = ["e\u{301}", "z", "\u{e9}", "\u{f6}"]
    var books =
      "companies \"A\"\nreceived R0 from A, 10.00 SEK, 2023-05-31, cancelled\nsource for K\n"
    for (place, name) in names.reversed().enumerated() {
      books += "received R\(place + 1) from \(name), 10.00 SEK, 2023-05-31\n"
    }
    let outOfScope = try audit(of: books).outOfScope.map { Array($0.supplier.utf8) }
    #expect(outOfScope == names.map { Array($0.utf8) })
    let ofAll = books.split(separator: "\n").dropFirst().joined(separator: "\n")
    let withoutSource = try audit(of: ofAll).suppliersWithoutSource.map { Array($0.utf8) }
    #expect(withoutSource == names.map { Array($0.utf8) })
  }

  @Test func `control totals sum every row by ledger and currency`() throws {
    let totals = try audit(
      of: """
        companies "A"
        received R1 from Hyra, 1 250.00 SEK, 2023-04-03, cancelled
        received R2 from A, -50.00 SEK, 2023-04-03, credit-note, rounding 0.50
        source for Kund K, 10 JPY
        sent S1 mirrors R1, 9.00 EUR, deleted
        """
    ).totals
    #expect(
      totals.map { total in
        let amounts = [total.net, total.vat, total.rounding, total.gross].map { "\($0)" }
        return "\(total.ledger.name) \(total.currency.code) \(total.rows) "
          + amounts.joined(separator: " ")
      } == [
        "received SEK 2 95960 23990 50 120000", "sent EUR 1 720 180 0 900",
        "source JPY 1 8 2 0 10",
      ])
  }
}
