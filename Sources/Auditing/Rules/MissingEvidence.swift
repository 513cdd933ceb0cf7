internal import Invoicing

/// What can be told of a mirror that is not there at all.
enum MissingEvidence {
  /// Missing numbers that a cause names at most.
  private static let mostGaps = 3

  static func explanation(
    _ clause: String, _ c: Case, _ narrator: Narrator
  ) -> Explanation {
    var facts = narrator.wholeCase(c)
    var clause = clause
    if c.attempts.isEmpty { clause += "; " + withoutJournal(c, narrator) }
    if let miss = narrator.unclaimed.nearest(to: c.received) {
      facts.append(.sent(miss.sent, .nearest(deniedBy: miss.deniedBy)))
    } else {
      clause += "; no sent invoice is unclaimed"
    }
    return Explanation(clause: clause, facts: facts)
  }

  private static func withoutJournal(_ c: Case, _ narrator: Narrator) -> String {
    let told =
      narrator.books.has(.attempts)
      ? "the journal has no try to make it"
      : "without a journal it cannot be told whether it was never made, or made, deleted and "
        + "swallowed"
    let gaps = narrator.matched.gaps(
      from: c.books.received.invoices.issueDate[c.received],
      days: ContentBucket.window.upperBound)
    if gaps.isEmpty { return "\(told); no number is missing in the sent series about then" }
    let named = gaps.prefix(mostGaps).map(\.number).joined(separator: ", ")
    let more = gaps.count > mostGaps ? " and \(gaps.count - mostGaps) more" : ""
    return "\(told); about then the sent series lacks \(named)\(more)"
  }
}
