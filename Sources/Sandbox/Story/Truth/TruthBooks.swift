internal import EconomyAPI
internal import Invoicing

/// The group's books at the end, as far as the truth log vouches for them.
struct TruthBooks: Sendable {
  let machine: SandboxMachine
  let group: CompanyBooks
  let history: TruthHistory
  /// Suppliers that are consulting companies, with the numbers of their books, by supplier id.
  let companies: [Int64: Int64]
  /// The corrections of an invoice, by its number: credit notes that an event made.
  private let notes: [String: [ClientInvoice]]

  init(_ log: TruthLog) throws(TruthFault) {
    machine = log.machine
    guard let group = machine.companies[StoryCast.group] else { throw .gap(at: 1) }
    self.group = group
    history = try TruthHistory(log.events, group: StoryCast.group)
    var numbers: [String: Int64] = [:]
    for (number, books) in machine.companies where number != StoryCast.group {
      numbers[books.state.info.name ?? ""] = number
    }
    var companies: [Int64: Int64] = [:]
    for supplier in group.suppliers.items(group.suppliers.ids) {
      companies[supplier.id ?? 0] = numbers[supplier.name ?? ""]
    }
    self.companies = companies
    var notes: [String: [ClientInvoice]] = [:]
    for id in group.clientInvoices.ids where history.makers[id] != nil {
      guard let note = group.clientInvoices[id]?.invoice, note.disabled != true,
        let number = note.debitInvoiceNumber
      else { continue }
      notes[number, default: []].append(note)
    }
    self.notes = notes
  }

  func sent(_ id: Int64) -> ClientInvoice? { group.clientInvoices[id]?.invoice }

  /// In minor units; nothing stands in the books that cannot be added up.
  func totals(_ invoice: ClientInvoice) -> InvoiceTotals? {
    try? InvoiceTotals(invoice.rows ?? [])
  }

  func gross(_ invoice: ClientInvoice) -> Int128 { Int128(totals(invoice)?.gross ?? 0) }

  func currency(_ code: String?) -> Currency? { code.flatMap { Currency($0) } }

  /// What was credited of an invoice; nil where nothing was.
  func corrections(_ invoice: ClientInvoice) -> Int128? {
    guard let number = invoice.invoiceNumber, let notes = notes[number] else { return nil }
    let same = notes.filter { $0.currency == invoice.currency }
    return same.isEmpty ? nil : same.reduce(0) { $0 + gross($1) }
  }

  func isCredited(_ invoice: ClientInvoice) -> Bool {
    guard let corrections = corrections(invoice) else { return false }
    return gross(invoice) + corrections <= 0
  }

  func isLive(_ invoice: ClientInvoice) -> Bool {
    invoice.disabled != true && !isCredited(invoice)
  }

  /// What it bills; of one credited beyond its gross what it pays back.
  func worth(_ invoice: ClientInvoice) -> Int128 {
    let rest = (invoice.disabled == true ? 0 : gross(invoice)) + (corrections(invoice) ?? 0)
    return isLive(invoice) ? rest : min(rest, 0)
  }
}
