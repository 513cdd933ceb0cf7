internal import EconomyAPI
internal import Invoicing

/// A received invoice, and what happened to its mirrors.
struct TruthCase: Sendable {
  let id: Int64
  let received: SupplierInvoice
  let supplier: String
  let currency: Currency
  let source: ClientInvoice?
  /// The consulting company's books.
  let sourceBooks: CompanyBooks?
  /// Mirrors that are live, and those that were credited in full, by id.
  var live: [ClientInvoice] = []
  var credited: [ClientInvoice] = []
  /// The ids of mirrors that were deleted, by size.
  var deleted: [Int64] = []
  /// It stands in the books once more, and the other one is kept.
  var isSecond = false

  var gross: Int128 { Int128(received.amount ?? 0) }
  var name: String { "\(id)" }
  var isCancelled: Bool { received.disabled == true }

  /// Nil: of a supplier that is no consulting company.
  init?(_ received: SupplierInvoice, _ books: TruthBooks) {
    guard let id = received.id, let supplier = received.supplierID,
      let company = books.companies[supplier], let currency = books.currency(received.currency)
    else { return nil }
    self.id = id
    self.received = received
    self.currency = currency
    self.supplier = books.group.suppliers[supplier]?.name ?? ""
    sourceBooks = books.machine.companies[company]
    source = sourceBooks.flatMap { books in
      books.clientInvoices.items(books.clientInvoices.ids).map(\.invoice)
        .first { $0.invoiceNumber == received.referenceNumber }
    }
  }

  /// The client of the group that the source is for.
  func customer(_ books: TruthBooks) -> Int64? {
    let clients = books.group.clients
    return clients.items(clients.ids).first { $0.foreignID == source?.poNumber }?.id
  }

  func isProcessed(_ books: TruthBooks) -> Bool { books.history.isProcessed[id] ?? false }

  /// Of several live mirrors the one that stays.
  func kept(_ books: TruthBooks) -> ClientInvoice? {
    let flagged = received.clientInvoiceIDs?.first
    if let named = live.first(where: { $0.id == flagged }) { return named }
    func rank(_ invoice: ClientInvoice) -> Int {
      if invoice.certified != true { return 3 }
      if invoice.remaining == 0 { return 0 }
      return invoice.sent == true ? 1 : 2
    }
    return live.min { a, b in
      if rank(a) != rank(b) { return rank(a) < rank(b) }
      let madeA = books.history.makers[a.id ?? 0]?.number ?? .max
      let madeB = books.history.makers[b.id ?? 0]?.number ?? .max
      return madeA < madeB
    }
  }
}
