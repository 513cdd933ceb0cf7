/// The files of a canonical extract (`extract.md`).
package enum ExtractFile: UInt8, CodedWord {
  case received, sent, processed, source, lines, attachments, attempts

  package var word: StaticString {
    switch self {
    case .received: "received.csv"
    case .sent: "sent.csv"
    case .processed: "processed.csv"
    case .source: "source.csv"
    case .lines: "lines.csv"
    case .attachments: "attachments.csv"
    case .attempts: "attempts.csv"
    }
  }

  /// Whether an extract without it is none.
  package var isNeeded: Bool {
    switch self {
    case .received, .sent, .processed: true
    case .source, .lines, .attachments, .attempts: false
    }
  }
}
