internal import Invoicing

/// Why a received invoice is out of scope.
enum ScopeWords {
  static func reason(of c: Case) -> (OutOfScopeRow.Reason, String) {
    let supplier = c.books.received.supplier[c.received]
    guard c.matched.linkage.scope.isCompany(supplier) else {
      let companies = c.books.header.companies ?? []
      let known = companies.isEmpty ? "" : ", which are \(companies.listed)"
      return (
        .otherSupplier, "\(c.string(supplier)) is none of the consulting companies\(known)"
      )
    }
    let from = c.books.header.coversFrom.map { ", on \($0)" } ?? ""
    let date = c.books.received.invoices.issueDate[c.received]
    return (.beforeCover, "it was issued on \(date), before the books begin\(from)")
  }
}
