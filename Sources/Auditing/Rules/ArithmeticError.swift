internal import Invoicing

/// Net, VAT and rounding do not add up to the gross.
enum ArithmeticError: LedgerRule {
  static let name = "arithmetic-error"
  static let severity = Severity.medium

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict]) {
    let books = matched.books
    for row in 0..<books.received.count
    where isWrong(books.received.invoices, row) && matched.isInScope[row] {
      verdicts.append(Verdict(self, Case(matched, row)))
    }
    for row in 0..<books.sent.count where isWrong(books.sent.invoices, row) {
      let owner = matched.caseOf(sent: row)
      verdicts.append(
        Verdict(
          self, about: .sent(row), in: owner, sentIDs: [books.sent.invoices.id[row]],
          currency: owner?.currency ?? books.sent.invoices.currency[row]))
    }
    let owners = matched.smallestReceivedOfSource
    for row in 0..<books.source.count
    where isWrong(books.source.invoices, row)
      && matched.linkage.scope.isCompany(books.source.supplier[row])
    {
      let owner = owners[row].map { Case(matched, $0) }
      verdicts.append(
        Verdict(
          self, about: .source(row), in: owner,
          currency: owner?.currency ?? books.source.invoices.currency[row]))
    }
  }

  private static func isWrong(_ invoices: InvoiceColumns, _ row: Int) -> Bool {
    invoices.net[row] + invoices.vat[row] + invoices.rounding[row] != invoices.gross[row]
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let books = narrator.books
    switch verdict.subject {
    case .sent(let row):
      return Explanation(
        clause: sum(books.sent.invoices, row),
        facts: [.sent(row, .sentInvoice)])
    case .source(let row):
      return Explanation(clause: sum(books.source.invoices, row), facts: [.source(row)])
    case .received, .gap:
      let c = narrator.caseOf(verdict)
      return Explanation(
        clause: sum(books.received.invoices, c.received),
        facts: [.received(c.received)])
    }
  }

  private static func sum(_ invoices: InvoiceColumns, _ row: Int) -> String {
    let currency = invoices.currency[row]
    func decimal(_ amount: Int64) -> String { Money(Int128(amount), currency).decimal }
    let total = invoices.net[row] + invoices.vat[row] + invoices.rounding[row]
    return "net \(decimal(invoices.net[row])), VAT \(decimal(invoices.vat[row])) and rounding "
      + "\(decimal(invoices.rounding[row])) come to \(decimal(total)), and the gross is "
      + "\(decimal(invoices.gross[row])) \(currency.code)"
  }
}
