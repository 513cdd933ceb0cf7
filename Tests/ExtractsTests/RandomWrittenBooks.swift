import Invoicing

extension WrittenBooks {
  /// Rows of all kinds, with whatever a text may hold.
  init(random: inout SeededGenerator) {
    let count = Int.random(in: 0...40, using: &random)
    takenAt = Moment(microseconds: Int64.random(in: 0...1 << 51, using: &random))
    received = (0..<count).map { Self.received("R\($0)", &random) }
    sent = (0..<count).map { Self.sent("S,\"\($0)", &random) }
    source = (0..<count).map { Self.source("2-\($0)", &random) }
    flags = (0..<count).map { row in
      ProcessedFlag(
        receivedID: "R\(row)", processed: Bool.random(using: &random),
        processedAt: Self.maybe(Self.moment, &random), mirrorID: Self.maybe(Self.id, &random))
    }
    attempts = (0..<count).map { _ in
      Attempt(
        receivedID: Self.id(&random), idempotencyKey: Self.maybe(Self.text, &random),
        attemptedAt: Self.moment(&random), outcome: Self.word(&random),
        sentID: Self.maybe(Self.id, &random))
    }
    for row in 0..<count {
      lines.append((Self.line(row, received[row].net.currency, &random), "R\(row)", .received))
      lines.append((Self.line(row, source[row].net.currency, &random), "2-\(row)", .source))
      attachments.append((Self.attachment(&random), Self.id(&random), Self.word(&random)))
    }
  }

  private static func received(_ id: String, _ random: inout SeededGenerator) -> ReceivedInvoice {
    let currency = currency(&random)
    return ReceivedInvoice(
      id: id, supplier: text(&random), number: text(&random), kind: word(&random),
      issueDate: date(&random), dueDate: maybe(date, &random), net: money(currency, &random),
      vat: money(currency, &random), rounding: money(currency, &random),
      gross: money(currency, &random), status: word(&random))
  }

  private static func sent(_ id: String, _ random: inout SeededGenerator) -> SentInvoice {
    let currency = currency(&random)
    return SentInvoice(
      id: id, number: maybe(text, &random), customer: text(&random), kind: word(&random),
      issueDate: date(&random), dueDate: maybe(date, &random), net: money(currency, &random),
      vat: money(currency, &random), rounding: money(currency, &random),
      gross: money(currency, &random), status: word(&random), credits: maybe(Self.id, &random),
      reference: maybe(text, &random), mirrorOf: maybe(Self.id, &random),
      idempotencyKey: maybe(text, &random), createdAt: maybe(moment, &random),
      endedAt: maybe(moment, &random))
  }

  private static func source(_ id: String, _ random: inout SeededGenerator) -> SourceInvoice {
    let currency = currency(&random)
    return SourceInvoice(
      id: id, supplier: text(&random), number: text(&random), customer: text(&random),
      kind: word(&random), issueDate: date(&random), net: money(currency, &random),
      vat: money(currency, &random), rounding: money(currency, &random),
      gross: money(currency, &random), status: word(&random))
  }

  private static func line(
    _ number: Int, _ currency: Currency, _ random: inout SeededGenerator
  ) -> InvoiceLine {
    InvoiceLine(
      line: number, kind: word(&random), description: maybe(text, &random) ?? "",
      quantity: maybe({ _ in "-7.5" }, &random), unitPrice: maybe({ _ in "1200.00" }, &random),
      vatRate: Int64.random(in: 0..<1_000_000, using: &random), net: money(currency, &random))
  }

  private static func attachment(_ random: inout SeededGenerator) -> Attachment {
    let hex = Array("0123456789abcdef")
    let digits = (0..<64).map { _ in hex[Int.random(in: 0..<16, using: &random)] }
    return Attachment(
      name: text(&random), sha256: String(digits),
      bytes: maybe({ Int.random(in: 0...1 << 59, using: &$0) }, &random))
  }

  private static func id(_ random: inout SeededGenerator) -> String {
    text(&random).filter { $0 != ";" && !$0.isNewline } + "1"
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    let alphabet = Array("ab1,\"\n\r; å\u{1F600}\t'=")
    return String(
      (0...Int.random(in: 0...20, using: &random)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      })
  }

  private static func money(_ currency: Currency, _ random: inout SeededGenerator) -> Money {
    let most: Int64 = 999_999_999_999_999
    return Money(Int128(Int64.random(in: -most...most, using: &random)), currency)
  }

  private static func currency(_ random: inout SeededGenerator) -> Currency {
    let known = ["SEK", "JPY", "KWD", "CLF"].compactMap { Currency($0) }
    return known[Int.random(in: known.indices, using: &random)]
  }

  private static func date(_ random: inout SeededGenerator) -> CalendarDate {
    CalendarDate(days: Int32.random(in: -700_000...2_900_000, using: &random))
  }

  private static func moment(_ random: inout SeededGenerator) -> Moment {
    Moment(microseconds: Int64.random(in: -(1 << 52)...1 << 52, using: &random))
  }

  private static func word<Word: CodedWord>(_ random: inout SeededGenerator) -> Word {
    let words = Array(Word.allCases)
    return words[Int.random(in: words.indices, using: &random)]
  }

  private static func maybe<Value>(
    _ make: (inout SeededGenerator) -> Value, _ random: inout SeededGenerator
  ) -> Value? {
    Bool.random(using: &random) ? make(&random) : nil
  }
}
