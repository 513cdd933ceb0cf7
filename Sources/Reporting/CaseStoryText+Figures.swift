internal import Auditing
internal import Invoicing

extension CaseStoryText {
  /// The invoices side by side, as many in a table as the width holds.
  var invoices: [String] {
    let columns = story.invoices.map(cells)
    let widths = columns.map { $0.reduce(0) { max($0, $1.count) } }
    let labelWidth = Self.labels.reduce(0) { max($0, $1.count) }
    var lines = [style.heading("The figures")]
    var start = 0
    while start < columns.count {
      var end = start
      var used = 2 + labelWidth
      while end < columns.count, end == start || used + 2 + widths[end] <= style.width {
        used += 2 + widths[end]
        end += 1
      }
      let table = TableLayout(
        columns: [.init(title: "", side: .left)]
          + columns[start..<end].map { .init(title: $0[0], side: .right) },
        rows: Self.labels.indices.dropFirst().map { row in
          [Self.labels[row]] + columns[start..<end].map { $0[row] }
        })
      if start > 0 { lines.append("") }
      lines += table.lines(indent: 2, width: style.width)
      start = end
    }
    return lines
  }

  private static let labels = [
    "", "id", "number", "issued", "customer", "status", "net", "VAT", "rounding", "gross", "row",
  ]

  private func cells(_ invoice: CaseInvoice) -> [String] {
    func amount(_ minorUnits: Int64?) -> String {
      guard let minorUnits else { return "unknown" }
      return HumanNumber.amount(Int128(minorUnits), invoice.currency)
    }
    let gross = "\(amount(invoice.gross)) \(invoice.currency.code)"
    // Amounts end where the gross ends, before its currency.
    let gap = String(repeating: " ", count: invoice.currency.code.count + 1)
    return [
      invoice.role.name, invoice.id.printable, invoice.number.printable,
      invoice.issueDate.description, invoice.customer.printable, invoice.status,
      amount(invoice.net) + gap, amount(invoice.vat) + gap, amount(invoice.rounding) + gap, gross,
      invoice.origin.words,
    ]
  }

  /// What the case adds to the tie-out.
  var tieOut: [String] {
    guard story.outOfScope == nil else { return [] }
    guard !story.tieOut.isEmpty else {
      return [style.heading("It adds nothing to the tie-out")]
    }
    let rows: [(String, (TieOutRow) -> Int128)] = [
      ("expected", \.expected), ("mirrored", \.mirrored), ("difference", \.difference),
      ("  findings", \.findings), ("  pending", \.pending), ("  tolerated", \.tolerated),
      ("  unexplained", \.unexplained),
    ]
    let table = CurrencyTable(
      labels: [.init(title: "", side: .left)], currencies: story.tieOut.map(\.currency),
      rows: rows.map { label, amount in
        .init(
          labels: [label],
          amounts: story.tieOut.map { HumanNumber.amount(amount($0), $0.currency) })
      })
    let balances = story.tieOut.allSatisfy { $0.unexplained == 0 }
    let title =
      balances
      ? style.heading("Its share in the tie-out, which balances")
      : style.alarm("Its share in the tie-out, which does not balance")
    return [title] + table.lines(indent: 2, width: style.width)
  }
}
