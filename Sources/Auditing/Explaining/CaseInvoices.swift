internal import Invoicing

/// Lays a case's invoices side by side.
enum CaseInvoices {
  static func of(_ c: Case) -> [CaseInvoice] {
    var figures = [received(c)]
    if let source = c.source { figures.append(self.source(source, c)) }
    if let kept = c.kept { figures.append(sent(kept, .keptMirror, c)) }
    figures += c.liveMirrors.filter { $0 != c.kept }.map { sent($0, .furtherMirror, c) }
    figures += c.deadMirrors.map { sent($0, .deadMirror, c) }
    figures += c.vanished.compactMap { vanished($0, c) }
    figures += c.corrections.map { sent($0.note, .correction, c) }
    figures += c.mirrorsOfOthers.compactMap { c.matched.linkage.index.sentByID.first($0) }
      .map { sent($0, .othersMirror, c) }
    return figures
  }

  private static func received(_ c: Case) -> CaseInvoice {
    let received = c.books.received
    return figures(
      .received, .received, received.invoices, c.received, customer: "",
      status: received.status[c.received].name, c)
  }

  private static func source(_ row: Int, _ c: Case) -> CaseInvoice {
    let source = c.books.source
    return figures(
      .source, .source, source.invoices, row, customer: c.string(source.customer[row]),
      status: source.status[row].name, c)
  }

  private static func sent(_ row: Int, _ role: CaseInvoice.Role, _ c: Case) -> CaseInvoice {
    let sent = c.books.sent
    return figures(
      role, .sent, sent.invoices, row, customer: c.string(sent.customer[row]),
      status: sent.status[row].name, c)
  }

  private static func figures(
    _ role: CaseInvoice.Role, _ file: ExtractFile, _ invoices: InvoiceColumns, _ row: Int,
    customer: String, status: String, _ c: Case
  ) -> CaseInvoice {
    CaseInvoice(
      role: role, origin: .row(file, invoices.row[row]), id: c.string(invoices.id[row]),
      number: c.string(invoices.number[row]), issueDate: invoices.issueDate[row],
      currency: invoices.currency[row], net: invoices.net[row], vat: invoices.vat[row],
      rounding: invoices.rounding[row], gross: invoices.gross[row], customer: customer,
      status: status)
  }

  /// What an earlier snapshot remembers of it; nil where none does.
  private static func vanished(_ mirror: VanishedMirrors.Mirror, _ c: Case) -> CaseInvoice? {
    guard mirror.remembered >= 0 else { return nil }
    let row = Int(mirror.remembered)
    let vanished = c.books.vanished
    return CaseInvoice(
      role: .vanishedMirror, origin: .vanished, id: c.string(mirror.id),
      number: c.string(vanished.number[row]), issueDate: vanished.issueDate[row],
      currency: vanished.currency[row], net: nil, vat: nil, rounding: nil,
      gross: vanished.gross[row], customer: c.string(vanished.customer[row]), status: "")
  }
}

extension Case {
  /// The credit notes on its mirrors, by the mirror's id, then the note's.
  var corrections: [(mirror: Int, note: Int)] {
    let ids = books.sent.invoices.id
    return mirrors.map(Int.init).flatMap { mirror in
      var notes: [Int] = []
      matched.linkage.forEachCorrection(of: mirror) { notes.append($0) }
      return notes.sorted { books.compareIDs(ids[$0], ids[$1]) < 0 }.map { (mirror, $0) }
    }
  }
}
