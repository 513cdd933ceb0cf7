internal import Invoicing

/// The ids of a finding, by which those that are alike otherwise are ordered.
struct FindingIDs {
  /// An id of the books, or one that an earlier audit remembers.
  enum ID {
    case text(Text)
    case string(String)
  }

  let received: ID
  let sent: [ID]
  let number: ID
  let currency: Currency
  /// Settles what nothing else does.
  private let fingerprint: () -> String

  init(_ record: FindingRecord) {
    received = .string(record.receivedID)
    sent = record.sentIDs.map { .string($0) }
    number = .string(record.number)
    currency = record.currency
    fingerprint = { record.fingerprint }
  }

  init(_ verdict: Verdict, _ writer: FindingWriter, _ rules: RuleNames) {
    let narrator = writer.narrator
    let party = writer.party(verdict)
    received = .text(writer.receivedID(verdict))
    sent = verdict.sentIDs.map { .text($0) }
    number = party.gap.map { .string(narrator.matched.gaps[$0].number) } ?? .text(party.number)
    currency = verdict.currency
    fingerprint = { writer.fingerprint(verdict, rules) }
  }

  func precedes(_ other: FindingIDs, _ books: Books?) -> Bool {
    let byReceived = Self.compare(received, other.received, books)
    if byReceived != 0 { return byReceived < 0 }
    for (first, second) in zip(sent, other.sent) {
      let bySent = Self.compare(first, second, books)
      if bySent != 0 { return bySent < 0 }
    }
    if sent.count != other.sent.count { return sent.count < other.sent.count }
    let byNumber = Self.compare(number, other.number, books)
    if byNumber != 0 { return byNumber < 0 }
    if currency != other.currency { return currency < other.currency }
    return fingerprint() < other.fingerprint()
  }

  private static func compare(_ a: ID, _ b: ID, _ books: Books?) -> Int {
    if case (.text(let first), .text(let second), let books?) = (a, b, books) {
      return books.compareIDs(first, second)
    }
    return IdentifierOrder.compare(string(a, books).utf8.span, string(b, books).utf8.span)
  }

  private static func string(_ id: ID, _ books: Books?) -> String {
    switch id {
    case .text(let text): books?.string(text) ?? ""
    case .string(let string): string
    }
  }
}
