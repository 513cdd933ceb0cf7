internal import EconomyAPI
internal import Invoicing
internal import Sandbox

/// Consulting companies invoice the group.
extension World {
  mutating func issue(_ receipt: Happening.Receipt, _ dice: inout Dice) {
    if receipt == .otherSupplier { return rent(&dice) }
    let company = Int64(dice.within(2...(1 + script.nature.companies)))
    if receipt == .creditNote, let note = creditSource(of: company, &dice) {
      _ = register(note, of: company)
      return
    }
    guard let source = issueSource(of: company, &dice), receipt != .never else { return }
    switch receipt {
    case .otherAmount: _ = register(source, of: company) { $0.amount = ($0.amount ?? 0) + 10_001 }
    case .mistyped:
      _ = register(source, of: company) { $0.referenceNumber = "X\($0.referenceNumber ?? "")" }
    default: _ = register(source, of: company)
    }
    if receipt == .twice { _ = register(source, of: company) }
  }

  private mutating func rent(_ dice: inout Dice) {
    var invoice = SupplierInvoice()
    invoice.supplierID = books.landlord
    invoice.referenceNumber = "R\(dice.within(100...999))"
    invoice.invoiceDate = now.date
    invoice.amount = Int64(dice.within(1_000...9_000)) * 1_000
    invoice.vat = 0
    invoice.currency = "SEK"
    _ = books.order(.createSupplierInvoice(invoice), at: now)
  }

  private mutating func issueSource(of company: Int64, _ dice: inout Dice) -> ClientInvoice? {
    var source = ClientInvoice()
    source.clientID = books.parties(.client, of: company).first?.id
    source.invoiceDate = now.date
    source.poNumber = "K\(dice.within(1...script.nature.customers))"
    source.currency = dice.chance(10) ? "EUR" : "SEK"
    repeat { source.rows = rows(of: company, &dice) } while !isNew(source)
    guard case .created(let id, _)? = order(.createClientInvoice(source, key: nil), of: company),
      order(.certify(id), of: company) != nil, order(.send(id), of: company) != nil
    else { return nil }
    return books.clientInvoice(id, of: company)
  }

  @discardableResult
  mutating func order(_ operation: Operation, of company: Int64 = EconomyBooks.group) -> Answer? {
    books.order(operation, of: company, at: now)
  }

  /// Notes the amounts down where no invoice has them.
  private mutating func isNew(_ invoice: ClientInvoice) -> Bool {
    guard let totals = try? InvoiceTotals(invoice.rows ?? []) else { return false }
    return usedAmounts.insert(totals.gross).inserted && usedAmounts.insert(totals.net).inserted
  }

  private mutating func rows(of company: Int64, _ dice: inout Dice) -> [ClientInvoiceRow] {
    var rows = [work(&dice)]
    if dice.chance(30) { rows.append(work(&dice)) }
    if dice.chance(30) { rows.append(entry(of: company, isMileage: false, &dice)) }
    if dice.chance(15) { rows.append(entry(of: company, isMileage: false, &dice)) }
    if dice.chance(20) { rows.append(entry(of: company, isMileage: true, &dice)) }
    return rows
  }

  private func work(_ dice: inout Dice) -> ClientInvoiceRow {
    var row = ClientInvoiceRow()
    row.quantity = DecimalNumber(digits: Int64(dice.within(1...1600)), places: 1)
    row.price = Int64(dice.within(900...1400)) * 100
    row.vat = DecimalNumber(digits: 25)
    row.unit = "h"
    row.description = dice.pick(["Utveckling", "Test", "Arkitektur"])
    return row
  }

  private mutating func entry(
    of company: Int64, isMileage: Bool, _ dice: inout Dice
  ) -> ClientInvoiceRow {
    var row = ClientInvoiceRow()
    row.quantity = DecimalNumber(digits: 1)
    row.price = Int64(dice.within(5_000...900_000))
    row.vat = DecimalNumber(digits: isMileage ? 25 : dice.pick([25, 12, 6, 0]))
    row.description = isMileage ? "Milersättning" : dice.pick(["Hotell", "Tåg", "Flyg"])
    var expense = ExpenseEntry()
    expense.amount = row.price
    if !isMileage {
      let bytes = Array("receipt \(dice.next())".utf8)
      expense.files = [APIFile(filename: "kvitto-\(bytes.count).pdf", data: bytes)]
    }
    row.expenseEntryID = books.enter(expense, isMileage: isMileage, company: company)
    return row
  }

  /// The supplier credits an invoice of its own.
  private mutating func creditSource(of company: Int64, _ dice: inout Dice) -> ClientInvoice? {
    let open = books.clientInvoices(of: company).filter {
      $0.debitInvoiceNumber == nil && $0.certified == true && $0.creditInvoices == nil
        && $0.disabled != true
    }
    guard let invoice = dice.pickIfAny(open), let id = invoice.id,
      case .created(let note, _)? = order(.credit(id), of: company),
      order(.certify(note), of: company) != nil
    else { return nil }
    return books.clientInvoice(note, of: company)
  }

  /// The group books what it received, and gives its id.
  mutating func register(
    _ source: ClientInvoice, of company: Int64,
    _ change: (inout SupplierInvoice) -> Void = { _ in }
  ) -> Int64? {
    guard let totals = try? InvoiceTotals(source.rows ?? []) else { return nil }
    var invoice = SupplierInvoice()
    invoice.supplierID = books.supplierIDs[company]
    invoice.referenceNumber = source.invoiceNumber
    invoice.invoiceDate = source.invoiceDate
    invoice.dueDate = source.dueDate
    invoice.amount = totals.gross
    invoice.vat = totals.vat
    invoice.currency = source.currency
    invoice.certified = true
    if (source.invoiceNumber ?? "").hasSuffix("3") {
      invoice.files = [
        APIFile(filename: "faktura.pdf", data: Array("invoice \(company) \(totals.gross)".utf8))
      ]
    }
    change(&invoice)
    guard case .created(let id, _)? = order(.createSupplierInvoice(invoice)) else { return nil }
    trace.tell(
      now, UInt64(id),
      "  received \(id): \(source.invoiceNumber ?? "") of company \(company), "
        + "\(totals.gross) \(source.currency ?? "") for \(source.poNumber ?? "")")
    return id
  }
}
