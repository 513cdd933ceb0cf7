internal import EconomyAPI

extension SandboxMachine {
  /// What a client invoice names must be there.
  func check(_ invoice: ClientInvoice) throws(Refusal) {
    let books = books
    try checkCurrency(invoice.currency)
    if let client = invoice.clientID, books.clients[client] == nil {
      throw .outOfRange("client-ref/id", "there is no client \(client)")
    }
    if let user = invoice.ourReferenceID, user != 0, books.users[user] == nil {
      throw .outOfRange("our-reference/id", "there is no user \(user); 0 stands for none")
    }
    if let number = invoice.debitInvoiceNumber, books.invoiceIDs[number] == nil {
      throw .outOfRange("debit-invoice-nr", "no client-invoice has the number '\(number)'")
    }
    for (place, row) in (invoice.rows ?? []).enumerated() {
      guard let entry = row.expenseEntryID, books.expenses[entry] == nil else { continue }
      throw .outOfRange("rows/row[\(place + 1)]/expense-entry/id", "there is no expense \(entry)")
    }
  }
}

extension ClientInvoice {
  /// With what the other says; what it leaves out stays, and what the system itself says too.
  func updated(by change: Self) -> Self {
    var new = self
    new.foreignID = change.foreignID ?? foreignID
    new.poNumber = change.poNumber ?? poNumber
    new.clientID = change.clientID ?? clientID
    new.yourReference = change.yourReference ?? yourReference
    new.ourReferenceID = change.ourReferenceID ?? ourReferenceID
    new.invoiceAddress = change.invoiceAddress ?? invoiceAddress
    new.deliveryAddress = change.deliveryAddress ?? deliveryAddress
    new.invoiceDate = change.invoiceDate ?? invoiceDate
    new.dueDate = change.dueDate ?? dueDate
    new.deliveryDate = change.deliveryDate ?? deliveryDate
    new.period = change.period ?? period
    new.currency = change.currency ?? currency
    new.currencyRate = change.currencyRate ?? currencyRate
    new.notes = change.notes ?? notes
    new.disabled = change.disabled ?? disabled
    new.files = files.merged(with: change.files)
    new.rows = change.rows ?? rows
    return new
  }

  /// The first element that is another in the update, and cannot be in a booked invoice.
  func firstLocked(in update: Self) -> String? {
    if update.clientID != clientID { return "client-ref" }
    if update.invoiceDate != invoiceDate { return "invoice-date" }
    if update.dueDate != dueDate { return "due-date" }
    if update.deliveryDate != deliveryDate { return "delivery-date" }
    if update.period != period { return "period" }
    if update.currency != currency { return "currency" }
    if update.currencyRate?.shortest != currencyRate?.shortest { return "currency-rate" }
    if update.poNumber != poNumber { return "po-nr" }
    if update.yourReference != yourReference { return "your-reference" }
    if (update.ourReferenceID ?? 0) != (ourReferenceID ?? 0) { return "our-reference" }
    if (update.invoiceAddress ?? APIAddress()) != (invoiceAddress ?? APIAddress()) {
      return "invoice-address"
    }
    if (update.deliveryAddress ?? APIAddress()) != (deliveryAddress ?? APIAddress()) {
      return "delivery-address"
    }
    if update.comparableRows != comparableRows { return "rows" }
    return nil
  }

  /// Rows without their ids, `1.50` and `1.5` being one.
  private var comparableRows: [ClientInvoiceRow] {
    (rows ?? []).map { row in
      var row = row
      row.id = nil
      row.productID = row.productID ?? 0
      row.quantity = row.quantity?.shortest
      row.vat = row.vat?.shortest
      return row
    }
  }
}
