internal import EconomyAPI
package import Extracts
package import Invoicing

/// The group's books as a canonical extract, by the rules of `economy-api.md`.
///
/// The mirror of an invoice stands in `foreign-id` and `client-invoice-relations`, the end
/// customer of a source in `po-nr`; the consulting companies are the group's suppliers that have
/// books of their own, under the same name.
package struct BookExtract: Sendable {
  let machine: SandboxMachine
  let group: CompanyBooks
  /// The companies by the names of the group's suppliers.
  private let companies: [String: Int64]

  /// The names of the group's clients by their `foreign-id`.
  let customers: [String: String]

  /// - Precondition: the books have company 1.
  package init(_ machine: SandboxMachine) {
    guard let group = machine.companies[BookDraw.group] else {
      preconditionFailure("books that were drawn have company 1")
    }
    self.machine = machine
    self.group = group
    customers = Dictionary(
      group.clients.items(group.clients.ids).map { ($0.foreignID ?? "", $0.name ?? "") },
      uniquingKeysWith: { first, _ in first })
    companies = Dictionary(
      machine.companies.filter { $0.key != BookDraw.group }.sorted { $0.key < $1.key }
        .map { ($0.value.state.info.name ?? "", $0.key) }, uniquingKeysWith: { first, _ in first })
  }

  /// Writes it, taken at this moment; nil: at the end of the day of its latest invoice.
  package func write(to folder: String, takenAt: Moment? = nil) throws(ExtractWriteFailure) {
    var writer = try ExtractWriter(folder: folder)
    let sources = try writeSources(to: &writer)
    for invoice in group.supplierInvoices.items(group.supplierInvoices.ids) {
      try write(invoice, sources, to: &writer)
    }
    for stored in group.clientInvoices.items(group.clientInvoices.ids) {
      try write(sent: stored.invoice, to: &writer)
    }
    let latest =
      group.supplierInvoices.items(group.supplierInvoices.ids)
      .compactMap(\.invoiceDate).max() ?? machine.now.date
    let midnight = Moment(microseconds: (Int64(latest.days) + 1) * 86_400_000_000)
    try writer.finish(
      group: group.state.info.name ?? "", takenAt: takenAt ?? midnight, coversFrom: nil,
      companies: supplierNames)
  }

  /// The suppliers that have books, in the order of their companies.
  private var supplierNames: [String] {
    let names = group.suppliers.items(group.suppliers.ids).compactMap(\.name)
    return names.filter { companies[$0] != nil }.sorted {
      (companies[$0] ?? 0) < (companies[$1] ?? 0)
    }
  }

  private func writeSources(
    to writer: inout ExtractWriter
  ) throws(ExtractWriteFailure) -> [String: (company: Int64, invoice: ClientInvoice)] {
    var known: [String: (company: Int64, invoice: ClientInvoice)] = [:]
    for supplier in supplierNames {
      guard let company = companies[supplier], let books = machine.companies[company] else {
        continue
      }
      for stored in books.clientInvoices.items(books.clientInvoices.ids) {
        let invoice = stored.invoice
        guard let client = invoice.clientID.flatMap({ books.clients[$0] }),
          client.name == group.state.info.name, let figures = Figures(invoice)
        else { continue }
        let id = "\(company)-\(invoice.id ?? 0)"
        try writer.write(
          SourceInvoice(
            id: id, supplier: supplier, number: invoice.invoiceNumber ?? "",
            customer: customer(of: invoice), kind: figures.kind,
            issueDate: invoice.invoiceDate ?? machine.now.date, net: figures.net,
            vat: figures.vat, gross: figures.gross, status: status(invoice, books)))
        try writeLines(of: invoice, company, id, .source, to: &writer)
        known["\(supplier)\n\(invoice.invoiceNumber ?? "")"] = (company, invoice)
      }
    }
    return known
  }

  private func write(
    _ invoice: SupplierInvoice,
    _ sources: [String: (company: Int64, invoice: ClientInvoice)], to writer: inout ExtractWriter
  ) throws(ExtractWriteFailure) {
    guard let currency = invoice.currency.flatMap({ Currency($0) }) else { return }
    let id = "\(invoice.id ?? 0)"
    let supplier = invoice.supplierID.flatMap { group.suppliers[$0]?.name } ?? ""
    let gross = Int128(invoice.amount ?? 0)
    let vat = Int128(invoice.vat ?? 0)
    try writer.write(
      ReceivedInvoice(
        id: id, supplier: supplier, number: invoice.referenceNumber ?? "",
        kind: gross < 0 ? .creditNote : .invoice,
        issueDate: invoice.invoiceDate ?? machine.now.date, dueDate: invoice.dueDate,
        net: Money(gross - vat, currency), vat: Money(vat, currency),
        gross: Money(gross, currency), status: status(invoice)))
    if invoice.foreignID == "processed" {
      try writer.write(
        ProcessedFlag(
          receivedID: id, processed: true, processedAt: nil,
          mirrorID: invoice.clientInvoiceIDs?.first.map { "\($0)" }))
    }
    for file in invoice.files ?? [] {
      try writer.write(file.attachment, of: id, in: .received)
    }
    if let source = sources["\(supplier)\n\(invoice.referenceNumber ?? "")"] {
      try writeLines(of: source.invoice, source.company, id, .received, to: &writer)
    }
  }
}
