internal import EconomyAPI
internal import Invoicing

extension SandboxMachine {
  mutating func create(_ invoice: SupplierInvoice) throws(Refusal) -> Answer {
    guard invoice.supplierID != nil else {
      throw .outOfRange("supplier-ref/id", "a supplier-invoice needs a supplier")
    }
    try check(invoice)
    var invoice = invoice
    let id = counters.next(\.supplierInvoice)
    let date = invoice.invoiceDate ?? now.date
    invoice.id = id
    invoice.invoiceDate = date
    invoice.dueDate = invoice.dueDate ?? date.adding(days: 30)
    invoice.currency = invoice.currency ?? books.state.info.currency
    invoice.amount = invoice.amount ?? 0
    invoice.vat = invoice.vat ?? 0
    invoice.remaining = invoice.remaining ?? invoice.amount
    invoice.certified = invoice.certified ?? false
    invoice.disabled = invoice.disabled ?? false
    keep(.supplierInvoice(company: course.company, invoice))
    course.did(.created, id, foreignID: invoice.foreignID)
    return .created(id, replayed: false)
  }

  mutating func update(_ id: Int64, _ change: SupplierInvoice) throws(Refusal) -> Answer {
    let invoice = try find(id, "supplier-invoice", \.supplierInvoices)
    try check(change)
    let updated = invoice.updated(by: change)
    keep(.supplierInvoice(company: course.company, updated))
    course.did(.updated, id, foreignID: updated.foreignID)
    return .supplierInvoice(updated)
  }

  private func check(_ invoice: SupplierInvoice) throws(Refusal) {
    if let supplier = invoice.supplierID, books.suppliers[supplier] == nil {
      throw .outOfRange("supplier-ref/id", "there is no supplier \(supplier)")
    }
    try checkCurrency(invoice.currency)
  }

  func checkCurrency(_ currency: String?) throws(Refusal) {
    guard let currency, Currency(currency) == nil else { return }
    throw .outOfRange("currency", "'\(currency)' is no currency of ISO 4217")
  }
}

extension SupplierInvoice {
  /// With what the other says; what it leaves out stays.
  ///
  /// The mirrors that it names are taken as they are, deleted ones too: the system that the story
  /// is about did not look.
  fileprivate func updated(by change: Self) -> Self {
    var new = self
    new.foreignID = change.foreignID ?? foreignID
    new.supplierID = change.supplierID ?? supplierID
    if change.yourReference != nil || change.yourReferenceID != nil {
      new.yourReference = change.yourReference
      new.yourReferenceID = change.yourReferenceID
    }
    new.ourReference = change.ourReference ?? ourReference
    new.invoiceDate = change.invoiceDate ?? invoiceDate
    new.dueDate = change.dueDate ?? dueDate
    new.amount = change.amount ?? amount
    new.vat = change.vat ?? vat
    new.currency = change.currency ?? currency
    new.currencyRate = change.currencyRate ?? currencyRate
    new.poNumber = change.poNumber ?? poNumber
    new.referenceNumber = change.referenceNumber ?? referenceNumber
    new.paymentDate = change.paymentDate ?? paymentDate
    new.certified = change.certified ?? certified
    new.remaining = change.remaining ?? (remaining == amount ? new.amount : remaining)
    new.disabled = change.disabled ?? disabled
    new.files = files.merged(with: change.files)
    new.accounts = change.accounts ?? accounts
    new.clientInvoiceIDs = change.clientInvoiceIDs ?? clientInvoiceIDs
    return new
  }
}
