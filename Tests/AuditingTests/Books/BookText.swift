import Invoicing

/// A small language for the books of a test: one row a line.
///
///     taken 2023-05-31T06:00:00Z            (this, where it is left out)
///     covers from 2023-04-01
///     companies "Konsult A; Konsult B"
///     without lines                         (an optional file that is absent; else all are there)
///     received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
///     source for Kund K
///     sent S1 mirrors R1, to Kund L, 1 250.00 SEK, 2023-04-04, sent
///     sent C1 credits S1, -250.00 SEK, 2023-04-05
///     flag R1 processed at 2023-04-04T08:00:00Z, naming S1
///     attempt at 2023-04-04T08:00:00Z for R1, created S1, with key K1
///     line of R1, mileage, net 100.00, vat 25, about "to Umeå"
///     attachment of S1, name receipt.pdf, sha aa
///     vanished S9 of R1, seen 2023-04-04T08:00:00Z
///
/// What a `source` or `sent` leaves out it repeats from the received invoice above it, the sent one
/// the customer of the source above it, else `Kund K`. VAT is a fifth of the gross, unless `net`,
/// `vat` or `rounding` say otherwise. A number that is left out is the received invoice's id, on a
/// sent one absent. A line's or an attachment's ledger is the one that has the invoice.
struct BookText {
  private var rows: BookRows
  private var customer = "Kund K"

  static func read(_ text: String) throws -> BookRows {
    var reader = try BookText(rows: BookRows(takenAt: defaultTakenAt))
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.allSatisfy({ $0 == " " }) { continue }
      try reader.read(BookStatement(String(line), line: place + 1))
    }
    return reader.rows
  }

  private static var defaultTakenAt: Moment {
    get throws { try BookStatement("taken", line: 0).moment("2023-05-31T06:00:00Z") }
  }

  private mutating func read(_ statement: BookStatement) throws(BookMistake) {
    var statement = statement
    switch statement.noun {
    case "taken": rows.takenAt = try statement.moment(statement.takeID())
    case "covers": rows.coversFrom = try statement.takeDate("from")
    case "companies":
      rows.companies = try statement.takeID().split(separator: "; ").map { String($0) }
    case "without": try readAbsent(&statement)
    case "received": try readReceived(&statement)
    case "source": try readSource(&statement)
    case "sent": try readSent(&statement)
    case "flag": try readFlag(&statement)
    case "attempt": try readAttempt(&statement)
    case "line": try readLine(&statement)
    case "attachment": try readAttachment(&statement)
    case "vanished": try readVanished(&statement)
    default: throw statement.mistake("no row is called '\(statement.noun)'")
    }
    try statement.end()
  }

  private mutating func readAbsent(_ s: inout BookStatement) throws(BookMistake) {
    let id = try s.takeID()
    guard let file = ExtractFile("\(id).csv"), !file.isNeeded else {
      throw s.mistake("'\(id)' is no optional file")
    }
    rows.absent.insert(file)
  }

  private mutating func readReceived(_ s: inout BookStatement) throws(BookMistake) {
    let id = try s.takeID()
    guard let supplier = s.take("from"), let date = try s.takeDate(),
      let currency = try s.takeCurrency()
    else { throw s.mistake("a received invoice needs a supplier, a date and an amount") }
    var invoice = BookRows.Invoice(
      id: id, number: id, date: date, currency: currency, net: 0, vat: 0, gross: 0)
    try readInvoice(&s, &invoice, repeating: nil)
    let isProcessed = s.take("processed") != nil
    if isProcessed {
      rows.flags.append(
        .init(receivedID: id, at: try s.takeMoment("at"), mirrorID: s.take("naming") ?? ""))
    }
    var received = BookRows.Received(invoice: invoice, supplier: supplier)
    if let status = s.takeFirst(ReceivedStatus.allCases) { received.status = status.word }
    rows.received.append(received)
    customer = "Kund K"
  }

  private mutating func readSource(_ s: inout BookStatement) throws(BookMistake) {
    guard let model = rows.received.last else { throw s.mistake("no received invoice yet") }
    var invoice = model.invoice
    invoice.id = s.id ?? "Q\(model.invoice.id)"
    try readInvoice(&s, &invoice, repeating: model.invoice)
    customer = s.take("for") ?? customer
    var source = BookRows.Source(
      invoice: invoice, supplier: s.take("from") ?? model.supplier, customer: customer)
    if let status = s.takeFirst(SourceStatus.allCases) { source.status = status.word }
    rows.source.append(source)
  }

  private mutating func readSent(_ s: inout BookStatement) throws(BookMistake) {
    guard let model = rows.received.last else { throw s.mistake("no received invoice yet") }
    var invoice = model.invoice
    invoice.id = try s.takeID()
    invoice.number = ""
    let credits = s.take("credits") ?? ""
    if !credits.isEmpty { invoice.kind = .creditNote }
    try readInvoice(&s, &invoice, repeating: model.invoice)
    var sent = BookRows.Sent(invoice: invoice, customer: s.take("to") ?? customer)
    sent.credits = credits
    sent.mirrorOf = s.take("mirrors") ?? ""
    sent.reference = s.take("reference") ?? ""
    sent.key = s.take("key") ?? ""
    sent.createdAt = try s.takeMoment("created")
    sent.endedAt = try s.takeMoment("ended")
    if let status = s.takeFirst(SentStatus.allCases) { sent.status = status.word }
    rows.sent.append(sent)
  }

  private func readInvoice(
    _ s: inout BookStatement, _ invoice: inout BookRows.Invoice,
    repeating model: BookRows.Invoice?
  ) throws(BookMistake) {
    invoice.number = s.take("number") ?? invoice.number
    invoice.date = try s.takeDate() ?? invoice.date
    invoice.currency = try s.takeCurrency() ?? invoice.currency
    if s.take("credit-note") != nil { invoice.kind = .creditNote }
    let decimals = invoice.currency.decimals
    let gross = try s.takeAmount("gross", decimals: decimals)
    let net = try s.takeAmount("net", decimals: decimals)
    let vat = try s.takeAmount("vat", decimals: decimals)
    let rounding = try s.takeAmount("rounding", decimals: decimals)
    if gross == nil, net == nil, vat == nil, rounding == nil, model != nil { return }
    invoice.gross = gross ?? invoice.gross
    invoice.rounding = rounding ?? 0
    let rest = invoice.gross - invoice.rounding
    invoice.net = net ?? rest - (vat ?? rest / 5)
    invoice.vat = vat ?? rest - invoice.net
  }

  private mutating func readFlag(_ s: inout BookStatement) throws(BookMistake) {
    let isSet = s.take("processed") != nil
    guard isSet != (s.take("unprocessed") != nil) else {
      throw s.mistake("a flag is processed or unprocessed")
    }
    rows.flags.append(
      .init(
        receivedID: try s.takeID(), isSet: isSet, at: try s.takeMoment("at"),
        mirrorID: s.take("naming") ?? ""))
  }

  private mutating func readAttempt(_ s: inout BookStatement) throws(BookMistake) {
    guard let received = s.take("for"), let at = try s.takeMoment("at"),
      let outcome = s.takeFirst(AttemptOutcome.allCases)
    else { throw s.mistake("an attempt needs a received invoice, a moment and an outcome") }
    _ = s.take("with")
    rows.attempts.append(
      .init(
        receivedID: received, key: s.take("key") ?? "", at: at, outcome: outcome.word,
        sentID: outcome.value))
  }

  private mutating func readLine(_ s: inout BookStatement) throws(BookMistake) {
    let (ledger, invoice) = try owner(&s)
    guard let kind = s.takeFirst(LineKind.allCases),
      let rate = try s.takeAmount("vat", decimals: 4),
      let net = try s.takeAmount("net", decimals: invoice.currency.decimals)
    else { throw s.mistake("a line needs a kind, a VAT rate and a net") }
    let place = rows.lines.count { $0.invoiceID == invoice.id && $0.ledger == ledger } + 1
    rows.lines.append(
      .init(
        ledger: ledger, invoiceID: invoice.id, line: s.take("number") ?? "\(place)",
        kind: kind.word, description: s.take("about") ?? "", vatRate: rate, net: net))
  }

  private mutating func readAttachment(_ s: inout BookStatement) throws(BookMistake) {
    let (ledger, invoice) = try owner(&s)
    guard let sha256 = s.take("sha") else { throw s.mistake("an attachment needs a sha") }
    rows.attachments.append(
      .init(
        ledger: ledger, invoiceID: invoice.id, name: s.take("name") ?? "receipt", sha256: sha256))
  }

  private mutating func readVanished(_ s: inout BookStatement) throws(BookMistake) {
    guard let received = s.take("of"), let seen = try s.takeMoment("seen") else {
      throw s.mistake("a vanished mirror needs its received invoice and when it was seen")
    }
    rows.vanished.append(.init(sentID: try s.takeID(), receivedID: received, lastSeen: seen))
  }

  private func owner(
    _ s: inout BookStatement
  ) throws(BookMistake) -> (Ledger, BookRows.Invoice) {
    let id = s.take("of") ?? ""
    if let row = rows.received.first(where: { $0.invoice.id == id }) {
      return (.received, row.invoice)
    }
    if let row = rows.sent.first(where: { $0.invoice.id == id }) { return (.sent, row.invoice) }
    if let row = rows.source.first(where: { $0.invoice.id == id }) { return (.source, row.invoice) }
    throw s.mistake("no invoice is called '\(id)'")
  }
}
