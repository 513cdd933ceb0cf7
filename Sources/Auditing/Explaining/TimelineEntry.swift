package import Invoicing

/// One thing that happened to a case.
package struct TimelineEntry: Equatable, Sendable {
  package enum Time: Equatable, Sendable {
    case moment(Moment)
    /// A day, of which it comes first.
    case date(CalendarDate)
    case unknown
  }

  /// What happened; of one moment the earlier kind comes first.
  package enum Kind: UInt8, CodedWord {
    case sourceIssued, receivedIssued, mirrorIssued, attempt, mirrorCreated, corrected
    case mirrorEnded, flagSet, flagNotSet, vanished, booksRead

    package var word: StaticString {
      switch self {
      case .sourceIssued: "source-issued"
      case .receivedIssued: "received-issued"
      case .mirrorIssued: "mirror-issued"
      case .attempt: "attempt"
      case .mirrorCreated: "mirror-created"
      case .corrected: "corrected"
      case .mirrorEnded: "mirror-ended"
      case .flagSet: "flag-set"
      case .flagNotSet: "flag-not-set"
      case .vanished: "vanished"
      case .booksRead: "books-read"
      }
    }
  }

  package var time: Time
  package var kind: Kind
  /// Nil where it stands in `extract.json`.
  package var origin: Fact.Origin?
  /// What happened; no sentence, and in lower case.
  package var words: String
}
