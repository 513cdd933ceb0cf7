import Invoicing

/// Books drawn from a seed, with every kind of value and of absence in every column.
struct RandomBooks {
  private var random: SplitMix
  private var draft: BooksDraft

  /// - Parameter rows: how many rows each table has at most.
  static func draft(seed: UInt64, rows: Int) -> BooksDraft {
    var books = RandomBooks(seed: seed)
    books.fill(rows)
    return books.draft
  }

  private init(seed: UInt64) {
    random = SplitMix(state: seed)
    draft = BooksDraft(
      header: ExtractHeader(
        group: "Grüppe; \"ÅÄÖ\"", takenAt: Moment(microseconds: 0), coversFrom: nil,
        companies: nil, sha256: String(repeating: "0f", count: 32)))
  }

  private mutating func fill(_ most: Int) {
    draft.header.takenAt = moment()
    if chance(2) { draft.header.coversFrom = date() }
    if chance(2) { draft.header.companies = (0..<number(0...3)).map { _ in string() } }
    if chance(2) {
      draft.before = SnapshotBefore(
        identity: String(repeating: "ab", count: 32), takenAt: moment())
    }
    fillLedgers(most)
    fillFlagsAndAttempts(most)
    fillLinesAndFiles(most)
    fillVanished(most)
    fillOrigins()
  }

  private mutating func fillLedgers(_ most: Int) {
    for row in rows(most) {
      fillInvoice(\.received.invoices, row)
      draft.received.supplier.append(text())
      draft.received.dueDate.append(due(draft.received.invoices))
      draft.received.status.append(pick())
    }
    for row in rows(most) {
      fillInvoice(\.sent.invoices, row)
      draft.sent.customer.append(text())
      draft.sent.dueDate.append(due(draft.sent.invoices))
      draft.sent.status.append(pick())
      draft.sent.credits.append(reference(draft.sent.invoices))
      draft.sent.reference.append(text())
      draft.sent.mirrorOf.append(reference(draft.received.invoices))
      draft.sent.idempotencyKey.append(reference(draft.received.invoices))
      draft.sent.createdAt.append(chance(3) ? nil : moment())
      draft.sent.endedAt.append(chance(3) ? nil : moment())
    }
    for row in rows(most) {
      fillInvoice(\.source.invoices, row)
      draft.source.supplier.append(text())
      draft.source.customer.append(text())
      draft.source.status.append(pick())
    }
  }

  private mutating func fillInvoice(
    _ ledger: WritableKeyPath<BooksDraft, InvoiceColumns>, _ row: UInt32
  ) {
    draft[keyPath: ledger].row.append(row)
    let id = draft.texts.intern("id \(row)")
    draft[keyPath: ledger].id.append(id)
    draft[keyPath: ledger].number.append(text())
    draft[keyPath: ledger].kind.append(pick())
    draft[keyPath: ledger].issueDate.append(date())
    draft[keyPath: ledger].currency.append(currency())
    let (net, vat, rounding) = (amount(), amount(), chance(2) ? 0 : amount())
    draft[keyPath: ledger].net.append(net)
    draft[keyPath: ledger].vat.append(vat)
    draft[keyPath: ledger].rounding.append(rounding)
    let isSum = chance(2) && (net + vat + rounding).magnitude < DecimalReading.limit.magnitude
    draft[keyPath: ledger].gross.append(isSum ? net + vat + rounding : amount())
    draft[keyPath: ledger].document.append(text())
  }

  private mutating func fillFlagsAndAttempts(_ most: Int) {
    for row in rows(most) {
      draft.flags.row.append(row)
      draft.flags.receivedID.append(reference(draft.received.invoices))
      draft.flags.processed.append(chance(2))
      draft.flags.processedAt.append(chance(3) ? nil : moment())
      draft.flags.mirrorID.append(reference(draft.sent.invoices))
    }
    for row in rows(most) {
      draft.attempts.row.append(row)
      draft.attempts.receivedID.append(reference(draft.received.invoices))
      draft.attempts.idempotencyKey.append(reference(draft.received.invoices))
      draft.attempts.attemptedAt.append(moment())
      draft.attempts.outcome.append(pick())
      draft.attempts.sentID.append(reference(draft.sent.invoices))
    }
  }

  private mutating func fillLinesAndFiles(_ most: Int) {
    for row in rows(most) {
      draft.lines.row.append(row)
      draft.lines.ledger.append(pick())
      draft.lines.invoiceID.append(text())
      draft.lines.line.append(text())
      draft.lines.kind.append(pick())
      draft.lines.description.append(text())
      draft.lines.quantity.append(text())
      draft.lines.unitPrice.append(text())
      draft.lines.vatRate.append(amount())
      draft.lines.net.append(amount())
      draft.lines.currency.append(chance(3) ? nil : currency())
    }
    fillEvidence(most)
  }

  private mutating func fillEvidence(_ most: Int) {
    for row in rows(most) {
      draft.attachments.row.append(row)
      draft.attachments.ledger.append(pick())
      draft.attachments.invoiceID.append(text())
      draft.attachments.name.append(text())
      draft.attachments.sha256.append(text())
      draft.attachments.bytes.append(chance(3) ? nil : amount())
    }
  }

  private mutating func fillVanished(_ most: Int) {
    for _ in rows(most) {
      draft.vanished.sentID.append(text())
      draft.vanished.receivedID.append(text())
      draft.vanished.lastSeen.append(moment())
      draft.vanished.number.append(text())
      draft.vanished.customer.append(text())
      draft.vanished.kind.append(pick())
      draft.vanished.issueDate.append(date())
      draft.vanished.currency.append(currency())
      draft.vanished.gross.append(amount())
    }
  }

  private mutating func fillOrigins() {
    for file in ExtractFile.allCases where file.isNeeded || chance(2) {
      draft.inputs.append(
        ExtractInput(
          file: file, sha256: string(), rows: number(0...1_000_000), rejected: number(0...9),
          ignoredColumns: (0..<number(0...3)).map { _ in string() }))
    }
    for _ in 0..<number(0...4) {
      draft.documents.append(InvoiceDocument(path: string(), sha256: string()))
      draft.rejected.append(
        RejectedRow(
          file: pick(), line: number(1...99), column: string(), reason: string(), raw: string()))
    }
  }

  /// Ascending row numbers, some of them left out.
  private mutating func rows(_ most: Int) -> [UInt32] {
    (0..<number(0...most)).map { UInt32($0 + 1) }.filter { _ in !chance(5) }
  }

  private mutating func text() -> Text { draft.texts.intern(string()) }

  /// An id of the ledger, or any text.
  private mutating func reference(_ invoices: InvoiceColumns) -> Text {
    guard invoices.count > 0, chance(2) else { return text() }
    return invoices.id[number(0...invoices.count - 1)]
  }

  /// A due date of the invoice that comes last, near its issue date or anywhere.
  private mutating func due(_ invoices: InvoiceColumns) -> CalendarDate? {
    if chance(3) { return nil }
    guard chance(2), let issued = invoices.issueDate.last else { return date() }
    let day = Int(issued.days) + [0, 30, number(-3...1100), 1021, 1022][number(0...4)]
    return CalendarDate(days: Int32(min(day, 2_932_896)))
  }

  private mutating func string() -> String {
    let some = ["", "A", "åäö", "a\u{0}b", "'; DROP TABLE sent; --", "line\nbreak", "0012", "💶"]
    return chance(4) ? "\(random.next())" : some[number(0...some.count - 1)]
  }

  private mutating func pick<Word: CodedWord>() -> Word {
    let all = Array(Word.allCases)
    return all[number(0...all.count - 1)]
  }

  private mutating func currency() -> Currency {
    let known = ["SEK", "JPY", "KWD", "EUR", "CLF"].compactMap { Currency($0) }
    return known[number(0...known.count - 1)]
  }

  private mutating func amount() -> Int64 {
    let bound = DecimalReading.limit - 1
    return chance(4) ? (chance(2) ? bound : -bound) : Int64.random(in: -9999...9999, using: &random)
  }

  private mutating func date() -> CalendarDate {
    CalendarDate(days: Int32(number(-719_162...2_932_896)))
  }

  private mutating func moment() -> Moment {
    let second = Int64(number(-62_135_596_800...253_402_300_799))
    return Moment(microseconds: second * 1_000_000 + (chance(2) ? 0 : Int64(number(0...999_999))))
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func chance(_ one: Int) -> Bool { number(1...one) == 1 }
}

/// SplitMix64: the same numbers from the same seed, everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
