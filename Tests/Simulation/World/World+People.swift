internal import EconomyAPI
internal import Invoicing
internal import Sandbox

/// What people do to the books, with their own hands.
extension World {
  mutating func act(_ deed: Happening.Deed, _ dice: inout Dice) {
    now = now.adding(microseconds: 1_000_000)
    let before = books.truth.count
    switch deed {
    case .deleteMirror, .creditMirror, .creditAsDraft, .creditPartly, .payMirror, .sendMirror,
      .bookMirror, .changeCustomer, .changePrice, .changeCurrency, .dropLine, .cancelMirror,
      .sendAgain:
      if let mirror = mirror(for: deed, &dice) { act(deed, on: mirror, &dice) }
    case .cancelReceived, .payReceived, .bookTwice, .changeReceived, .takeFlagOff,
      .setFlagBlindly, .setFlagWrongly, .billByHand, .billWithNumber, .billUnmarked,
      .billMistyped:
      if let received = dice.pickIfAny(books.supplierInvoices().filter { isOurs($0) }) {
        act(deed, on: received, &dice)
      }
    case .renameCustomer, .retireCustomer: act(deed, onCustomer: dice.pick(books.customers))
    case .billOwn: bill(nil, customer: dice.pick(books.customers), rows: [ownRow(&dice)])
    case .cancelSource: cancelSource(&dice)
    }
    for event in books.truth[before...] where event.deed != .refused && event.deed != .read {
      trace.tell(
        now, 7, "  \(event.endpoint) \(event.deed.rawValue) \(event.subject.map { "\($0)" } ?? "")")
    }
  }

  func isOurs(_ received: SupplierInvoice) -> Bool { received.supplierID != books.landlord }

  /// A mirror, or what looks like one, to which this can be done.
  private func mirror(for deed: Happening.Deed, _ dice: inout Dice) -> ClientInvoice? {
    let all = books.clientInvoices().filter {
      $0.debitInvoiceNumber == nil && $0.disabled != true
    }
    let drafts = all.filter { $0.certified != true }
    let booked = all.filter { $0.certified == true }
    switch deed {
    case .deleteMirror:
      return dice.pickIfAny(script.nature.allowsDeletingCertified ? all : drafts)
    case .sendMirror, .bookMirror, .changeCustomer, .changePrice, .changeCurrency, .dropLine:
      return dice.pickIfAny(drafts)
    case .cancelMirror: return dice.pickIfAny(all)
    default: return dice.pickIfAny(booked)
    }
  }

  private mutating func act(
    _ deed: Happening.Deed, on mirror: ClientInvoice, _ dice: inout Dice
  ) {
    guard let id = mirror.id else { return }
    var change = ClientInvoice()
    switch deed {
    case .deleteMirror: order(.deleteClientInvoice(id))
    case .creditMirror, .creditAsDraft:
      guard case .created(let note, _)? = order(.credit(id)) else { return }
      if deed == .creditMirror { order(.certify(note)) }
    case .creditPartly: creditPartly(mirror, &dice)
    case .payMirror: order(.pay(id))
    case .sendAgain: order(.send(id))
    case .sendMirror, .bookMirror:
      order(.certify(id))
      if deed == .sendMirror { order(.send(id)) }
    case .changeCustomer: change.clientID = dice.pick(books.customers)
    case .changePrice:
      change.rows = mirror.rows
      if change.rows?.isEmpty == false { change.rows?[0].price? += Int64(dice.within(1...99_999)) }
    case .changeCurrency: change.currency = mirror.currency == "SEK" ? "DKK" : "SEK"
    case .dropLine: change.rows = mirror.rows.map { Array($0.dropLast($0.count > 1 ? 1 : 0)) }
    case .cancelMirror: change.disabled = true
    default: return
    }
    if change != ClientInvoice() { order(.updateClientInvoice(id, change)) }
  }

  private mutating func creditPartly(_ mirror: ClientInvoice, _ dice: inout Dice) {
    var note = ClientInvoice()
    note.clientID = mirror.clientID
    note.debitInvoiceNumber = mirror.invoiceNumber
    note.currency = mirror.currency
    note.invoiceDate = now.date
    note.rows = mirror.rows.map { Array($0.prefix(1)) }
    note.rows?[0].id = nil
    note.rows?[0].quantity = DecimalNumber(digits: -Int64(dice.within(1...9)), places: 2)
    guard case .created(let id, _)? = order(.createClientInvoice(note, key: nil)) else { return }
    if dice.chance(70) { order(.certify(id)) }
  }

  private mutating func act(
    _ deed: Happening.Deed, on received: SupplierInvoice, _ dice: inout Dice
  ) {
    guard let id = received.id else { return }
    var change = SupplierInvoice()
    switch deed {
    case .cancelReceived: change.disabled = true
    case .payReceived: change.remaining = 0
    case .changeReceived: change.amount = (received.amount ?? 0) + Int64(dice.within(1...500))
    case .takeFlagOff: change.foreignID = ""
    case .setFlagBlindly: change.foreignID = "processed"
    case .setFlagWrongly:
      change.foreignID = "processed"
      change.clientInvoiceIDs = dice.pickIfAny(books.clientInvoices().compactMap(\.id)).map { [$0] }
    case .bookTwice:
      var copy = received
      copy.id = nil
      copy.foreignID = nil
      copy.clientInvoiceIDs = nil
      copy.disabled = nil
      order(.createSupplierInvoice(copy))
    case .billByHand, .billWithNumber, .billUnmarked, .billMistyped:
      bill(received, how: deed)
    default: return
    }
    if change != SupplierInvoice() { order(.updateSupplierInvoice(id, change)) }
  }

  private mutating func act(_ deed: Happening.Deed, onCustomer id: Int64) {
    var change = APIParty()
    if deed == .retireCustomer {
      change.active = false
    } else {
      let name = books.parties(.client).first { $0.id == id }?.name ?? ""
      change.name = name + "x"
    }
    order(.updateParty(.client, id, change))
  }

  /// Somebody bills a received invoice by hand, and says so in one way or another.
  private mutating func bill(_ received: SupplierInvoice, how deed: Happening.Deed) {
    guard let company = books.supplierIDs.first(where: { $0.value == received.supplierID })?.key,
      let source = books.clientInvoices(of: company).first(where: {
        $0.invoiceNumber == received.referenceNumber
      }), let customer = books.parties(.client).first(where: { $0.foreignID == source.poNumber })
    else { return }
    var foreignID: String?
    var reference: String?
    switch deed {
    case .billByHand: foreignID = received.id.map { "\($0)" }
    case .billWithNumber:
      reference = "Er ref \(received.referenceNumber ?? "")"
    case .billMistyped: foreignID = received.id.map { "9\($0)9" }
    default: break
    }
    let rows = (source.rows ?? []).map { row in
      var row = row
      row.id = nil
      row.expenseEntryID = nil
      return row
    }
    bill(
      foreignID, reference: reference, customer: customer.id ?? 0, rows: rows,
      currency: source.currency)
  }

  private mutating func bill(
    _ foreignID: String?, reference: String? = nil, customer: Int64, rows: [ClientInvoiceRow],
    currency: String? = "SEK"
  ) {
    var invoice = ClientInvoice()
    invoice.clientID = customer
    invoice.foreignID = foreignID
    invoice.yourReference = reference
    invoice.invoiceDate = now.date
    invoice.currency = currency
    invoice.rows = rows
    guard case .created(let id, _)? = order(.createClientInvoice(invoice, key: nil)) else { return }
    order(.certify(id))
    order(.send(id))
  }

  private mutating func ownRow(_ dice: inout Dice) -> ClientInvoiceRow {
    var row = ClientInvoiceRow()
    row.quantity = DecimalNumber(digits: 1)
    repeat {
      row.price = Int64(dice.within(1_000_000...9_000_000)) * 100
    } while !usedAmounts.insert(row.price ?? 0).inserted
    row.vat = DecimalNumber(digits: 25)
    row.description = "Kurs"
    return row
  }

  private mutating func cancelSource(_ dice: inout Dice) {
    let company = Int64(dice.within(2...(1 + script.nature.companies)))
    guard let id = dice.pickIfAny(books.clientInvoices(of: company))?.id else { return }
    var change = ClientInvoice()
    change.disabled = true
    order(.updateClientInvoice(id, change), of: company)
  }
}
