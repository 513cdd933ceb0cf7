internal import Invoicing

/// Numbers are missing in a series of sent invoices.
enum NumberGap: LedgerRule {
  static let name = "number-gap"
  static let severity = Severity.info
  static let judgesCases = false

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict]) {
    for (place, gap) in matched.gaps.enumerated() {
      verdicts.append(
        Verdict(
          self, about: .gap(place), in: nil,
          currency: matched.books.sent.invoices.currency[gap.after]))
    }
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    guard case .gap(let place) = verdict.subject else { preconditionFailure("about a gap") }
    let gap = narrator.matched.gaps[place]
    func neighbour(_ row: Int) -> Fact {
      let number = narrator.string(narrator.books.sent.invoices.number[row])
      var fact = narrator.sent(row, as: "sent invoice")
      fact.fields.append(.init(.number, number))
      fact.phrase = "number \(number) is \(fact.phrase)"
      return fact
    }
    return Explanation(
      clause: "\(gap.number) is missing in the series of sent invoices",
      facts: [neighbour(gap.before), neighbour(gap.after)])
  }
}
