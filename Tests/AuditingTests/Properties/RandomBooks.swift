import Auditing
import Invoicing

/// Small books drawn at random, field by field, in which all kinds of trouble meet.
///
/// Few ids, numbers, dates and amounts, so that they collide.
struct RandomBooks {
  private var random: SplitMix
  private var rows: BookRows

  static func draw(seed: UInt64) -> BookRows {
    var books = RandomBooks(
      random: SplitMix(seed: seed), rows: BookRows(takenAt: moment(day: 58, second: 21_600)))
    books.draw()
    return books.rows
  }

  private static let suppliers = ["Konsult A", "Konsult B", "Ö, \"AB\""]
  private static let customers = ["Kund K", "Kund L"]
  private static let numbers = ["1", "2", "A/7", "Ö-9"]
  private static let days = [0, 1, 9, 10, 11, 20, 30, 50, 51, 57]
  private static let currencies = ["SEK", "SEK", "SEK", "SEK", "EUR", "JPY", "KWD"].compactMap {
    Currency($0)
  }

  private static func date(_ day: Int) -> CalendarDate {
    // 2023-04-03 is day 0.
    CalendarDate(days: Int32(19_450 + day))
  }

  private static func moment(day: Int, second: Int) -> Moment {
    Moment(microseconds: (Int64(date(day).days) * 86_400 + Int64(second)) * 1_000_000)
  }

  private mutating func moment() -> Moment {
    Self.moment(day: random.pick(Self.days), second: random.pick([0, 60, 960, 961, 7200]))
  }

  private mutating func draw() {
    if random.chance(30) { rows.coversFrom = Self.date(random.pick([-30, 0, 1, 9, 10, 20])) }
    if random.chance(30) { rows.companies = Array(Self.suppliers.prefix(2)) }
    for file in ExtractFile.allCases where !file.isNeeded && random.chance(10) {
      rows.absent.insert(file)
    }
    for i in 0..<random.pick(1...6) { drawReceived("\(random.pick(["", "R"]))\(8 + i)") }
    for i in 0..<random.pick(0...9) { drawSent("\(random.pick(["", "S"]))\(98 + i)") }
    if !rows.absent.contains(.source) { for i in 0..<random.pick(0...6) { drawSource("q\(i)") } }
    for row in rows.received where random.chance(70) { drawFlag(row.invoice.id) }
    if random.chance(20) { drawFlag("ghost") }
    if !rows.absent.contains(.attempts) { for _ in 0..<random.pick(0...9) { drawAttempt() } }
    for _ in 0..<random.pick(0...2) where random.chance(20) { drawVanished() }
  }

  private mutating func amounts(_ kind: InvoiceKind, _ currency: Currency, _ id: String)
    -> BookRows.Invoice
  {
    let (net, vat): (Int64, Int64) = random.pick([
      (100_000, 25_000), (100_000, 25_000), (40_000, 10_000), (12_345, 3086), (12_346, 3087),
      (0, 0),
    ])
    let sign: Int64 = kind == .creditNote ? -1 : 1
    let rounding: Int64 = random.chance(10) ? 1 : 0
    let wrong: Int64 = random.chance(8) ? 5 : 0
    return BookRows.Invoice(
      id: id, number: random.pick(Self.numbers), kind: kind,
      date: Self.date(random.pick(Self.days)), currency: currency, net: sign * net,
      vat: sign * vat, rounding: rounding, gross: sign * (net + vat) + rounding + wrong)
  }

  private mutating func drawReceived(_ id: String) {
    let kind = random.pick([InvoiceKind.invoice, .invoice, .invoice, .creditNote])
    var row = BookRows.Received(
      invoice: amounts(kind, random.pick(Self.currencies), id),
      supplier: random.pick(Self.suppliers), status: random.pick(ReceivedStatus.allCases))
    if let twin = rows.received.last, random.chance(30) {
      row = twin
      row.invoice.id = id
      row.status = random.pick(ReceivedStatus.allCases)
      if random.chance(50) { row.invoice.number = random.pick(Self.numbers) }
    }
    rows.received.append(row)
    drawLines(.received, row.invoice)
  }

  private mutating func drawSent(_ id: String) {
    let model = random.pick(rows.received).invoice
    var invoice = model
    invoice.id = id
    invoice.number = random.pick(["", "F1", "F2", "F4", "F9", "G\(id)"])
    invoice.date = model.date.adding(days: random.pick([0, 0, 1, 5, 10, 11, -1]))
    if random.chance(15) {
      let vat: Int64 = random.pick([0, 1, 2, 100])
      invoice.net += random.pick([0, 400, 1])
      invoice.vat += vat
      invoice.gross = invoice.net + invoice.vat + invoice.rounding
    }
    if random.chance(6) { invoice.currency = random.pick(Self.currencies) }
    var row = BookRows.Sent(invoice: invoice, customer: random.pick(Self.customers))
    row.status = random.pick(SentStatus.allCases + [.sent, .sent, .paid])
    if let other = rows.sent.last, random.chance(25) { credit(other, by: &row) }
    if random.chance(40) { row.mirrorOf = random.pick([model.id, model.id, "nobody"]) }
    if random.chance(40) { row.key = drawKey() }
    if random.chance(30) { row.reference = "Avser (\(random.pick(Self.numbers))), tack." }
    if random.chance(70) { row.createdAt = moment() }
    if random.chance(50) { row.endedAt = moment() }
    rows.sent.append(row)
    drawLines(.sent, row.invoice)
  }

  private mutating func credit(_ other: BookRows.Sent, by row: inout BookRows.Sent) {
    row.credits = random.pick(rows.sent + [other]).invoice.id
    row.invoice.kind = .creditNote
    if random.chance(90) { row.invoice.currency = other.invoice.currency }
    let (times, of): (Int64, Int64) = random.pick([(1, 1), (1, 1), (1, 2), (2, 1)])
    row.invoice.net = -abs(other.invoice.net) * times / of
    row.invoice.vat = -abs(other.invoice.vat) * times / of
    row.invoice.rounding = 0
    row.invoice.gross = row.invoice.net + row.invoice.vat
  }

  private mutating func drawKey() -> String {
    let id = random.pick(rows.received).invoice.id
    return random.pick([id, "k1", "k2", "mirror:\(id):0", "mirror:\(id):0123456789abcdef"])
  }

  private mutating func drawSource(_ id: String) {
    let model = random.pick(rows.received)
    var invoice = model.invoice
    invoice.id = id
    if random.chance(10) { invoice.net += 1 }
    if random.chance(10) { invoice.number = "77" }
    rows.source.append(
      .init(
        invoice: invoice, supplier: model.supplier, customer: random.pick(Self.customers),
        status: random.pick(SourceStatus.allCases + [.sent, .sent, .paid])))
  }

  private mutating func drawLines(_ ledger: Ledger, _ invoice: BookRows.Invoice) {
    if !rows.absent.contains(.attachments), random.chance(30) {
      let name = random.pick(["a", "b"])
      rows.attachments.append(
        .init(ledger: ledger, invoiceID: invoice.id, name: name, sha256: "sha-\(name)"))
    }
    if rows.absent.contains(.lines) || random.chance(40) { return }
    for line in 1...random.pick(1...3) {
      rows.lines.append(
        .init(
          ledger: ledger, invoiceID: invoice.id, line: "\(line)",
          kind: random.pick([.service, .service, .expense, .mileage]),
          description: random.pick(["", "to Umeå"]), vatRate: random.pick([250_000, 60_000]),
          net: random.pick([invoice.net, invoice.net / 2, 400, 1])))
    }
  }

  private mutating func drawMirrorID() -> String {
    let sent = rows.sent.map(\.invoice.id)
    return random.pick(sent + sent + ["gone1", "gone2"])
  }

  private mutating func drawFlag(_ id: String) {
    rows.flags.append(
      .init(
        receivedID: id, isSet: random.chance(70), at: random.chance(80) ? moment() : nil,
        mirrorID: random.chance(60) ? drawMirrorID() : ""))
  }

  private mutating func drawAttempt() {
    let outcome = random.pick(AttemptOutcome.allCases)
    let isAnswered = outcome == .created || outcome == .replayed || random.chance(20)
    rows.attempts.append(
      .init(
        receivedID: random.pick(rows.received.map(\.invoice.id) + ["ghost"]),
        key: random.chance(70) ? drawKey() : "", at: moment(), outcome: outcome,
        sentID: isAnswered ? drawMirrorID() : ""))
  }

  private mutating func drawVanished() {
    let id = "gone\(rows.vanished.count + 2)"
    rows.vanished.append(
      .init(sentID: id, receivedID: random.pick(rows.received).invoice.id, lastSeen: moment()))
  }
}
