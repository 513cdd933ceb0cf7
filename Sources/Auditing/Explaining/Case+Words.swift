internal import Invoicing

extension Case {
  func string(_ text: Text) -> String { books.string(text) }

  func id(sent: Int) -> String { books.string(books.sent.invoices.id[sent]) }

  func id(source: Int) -> String { books.string(books.source.invoices.id[source]) }

  var id: String { books.string(books.received.invoices.id[received]) }

  /// `1250.00 SEK`.
  func money(_ minorUnits: some BinaryInteger, _ currency: Currency) -> String {
    "\(Money(Int128(minorUnits), currency).decimal) \(currency.code)"
  }

  /// The received invoices that are this one received again, by id.
  var receivedAgain: [Int] {
    let ids = books.received.invoices.id
    return matched.keptInstead.indices.filter { Int(matched.keptInstead[$0]) == received }
      .sorted { books.compareIDs(ids[$0], ids[$1]) < 0 }
  }

  /// That there are live mirrors, or none at all; nil where all that there are have ended.
  var whyNothingEnded: String? {
    let live = liveMirrors.map { id(sent: $0) }
    if live.count == 1 { return "mirror \(live[0]) is live" }
    if !live.isEmpty { return "mirrors \(live.listed) are live" }
    return mirrors.isEmpty && !hasVanished ? "it never had a mirror that the books know" : nil
  }

  /// That there are live mirrors, or that some have ended; nil where there never was one.
  var whyThereIsOne: String? {
    if let live = liveCount > 0 ? whyNothingEnded : nil { return live }
    let ended = deadMirrors.map { id(sent: $0) } + vanished.map { string($0.id) }
    if ended.isEmpty { return nil }
    return "it had \(ended.count == 1 ? "the mirror" : "mirrors") \(ended.listed)"
  }

  /// `issued 5 days ago`.
  var ageInWords: String { "issued \(age.counted("day")) ago" }

  var graceInWords: String { "the \(matched.settings.graceDays.counted("day")) of grace" }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`.
  var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension Int {
  /// `1 day`, `2 days`.
  func counted(_ one: String) -> String { "\(self) \(one)\(self == 1 ? "" : "s")" }
}
