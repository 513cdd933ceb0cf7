package import Auditing
internal import Invoicing

/// The story of a case on a screen, for people.
package struct CaseStoryText {
  let story: CaseStory
  let style: TerminalStyle

  /// The story, with a line feed at its end.
  package static func text(
    of story: CaseStory, style: TerminalStyle = TerminalStyle()
  ) -> String {
    let text = Self(story: story, style: style)
    return text.sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var sections: [[String]] {
    [
      title, timeline, invoices, links, answers("Where is the mirror?", story.ladder),
      answers("Is the mirror right?", story.correctness),
      answers("Do the ledgers agree?", story.ledgers), tieOut,
    ]
  }

  private var title: [String] {
    let words = "Received invoice \(story.receivedID.printable): \(answer)"
    var lines = words.wrapped(to: style.width).map(style.heading)
    let source = "\(story.number.printable) from \(story.supplier.printable)"
    let read =
      "in the books of \(story.group.printable) on "
      + TerminalSummary.spoken(story.takenAt)
    lines += "Number \(source), \(read)".wrapped(to: style.width)
    if story.outOfScope != nil {
      lines += ["No rule judged it: \(story.whyOutOfScope.printable)."].flatMap {
        $0.wrapped(to: style.width)
      }.map(style.caution)
    }
    return lines
  }

  /// The answer in one word, and what else was found.
  private var answer: String {
    guard let holds = story.whereabouts else { return "out of scope" }
    let others = (story.correctness + story.ledgers).filter { $0.answer == .yes }.map(\.rule)
    return ([holds.rule] + others).joined(separator: ", ")
  }

  private var timeline: [String] {
    let table = WrappedTable(
      rows: story.timeline.map { entry in
        .init(
          labels: [Self.words(for: entry.time)], text: entry.words.printable,
          place: entry.origin?.words ?? "extract.json")
      })
    return [style.heading("What happened (UTC)")]
      + table.lines(indent: 2, width: style.width).joined()
  }

  private static func words(for time: TimelineEntry.Time) -> String {
    switch time {
    case .moment(let moment): String(TerminalSummary.spoken(moment).dropLast(4))
    case .date(let date): date.description
    case .unknown: "time unknown"
    }
  }

  private var links: [String] {
    guard !story.links.isEmpty else { return [style.heading("No sent invoice is its mirror")] }
    let table = WrappedTable(
      rows: story.links.map { link in
        .init(
          labels: [link.sentID.printable, link.isLive ? "live" : "dead"],
          text: link.words.printable, place: link.origin.words)
      })
    let count = story.links.count
    let title = count == 1 ? "Why it is the mirror" : "Why these are the mirrors"
    return [style.heading(title)] + table.lines(indent: 2, width: style.width).joined()
  }
}
