internal import Invoicing

/// Net, VAT and rounding do not add up to the gross.
enum ArithmeticError: LedgerRule {
  static let name = "arithmetic-error"
  static let severity = Severity.medium

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict]) {
    judgeReceived(matched, &verdicts)
    judgeSent(matched, &verdicts)
    judgeSources(matched, &verdicts)
  }

  private static func judgeReceived(_ matched: MatchedBooks, _ verdicts: inout [Verdict]) {
    let invoices = matched.books.received.invoices
    for row in 0..<invoices.count where isWrong(invoices, row) && matched.isInScope[row] {
      verdicts.append(Verdict(self, Case(matched, row)))
    }
  }

  private static func judgeSent(_ matched: MatchedBooks, _ verdicts: inout [Verdict]) {
    let invoices = matched.books.sent.invoices
    for row in 0..<invoices.count where isWrong(invoices, row) {
      let owner = matched.caseOf(sent: row)
      verdicts.append(
        Verdict(
          self, about: .sent(row), in: owner, sentIDs: [invoices.id[row]],
          currency: owner?.currency ?? invoices.currency[row]))
    }
  }

  private static func judgeSources(_ matched: MatchedBooks, _ verdicts: inout [Verdict]) {
    let source = matched.books.source
    let isFound = (0..<source.count).map { row in
      isWrong(source.invoices, row) && matched.linkage.scope.isCompany(source.supplier[row])
    }
    let owners = matched.smallestReceived(ofSources: isFound)
    for row in isFound.indices where isFound[row] {
      let owner = owners[row].map { Case(matched, $0) }
      verdicts.append(
        Verdict(
          self, about: .source(row), in: owner,
          currency: owner?.currency ?? source.invoices.currency[row]))
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
