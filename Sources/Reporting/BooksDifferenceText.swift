package import Auditing
internal import Invoicing

/// What is different between two books on a screen, for people.
package struct BooksDifferenceText {
  /// Rows and findings of one sort that are shown.
  static let most = 20

  let difference: BooksDifference
  let style: TerminalStyle

  /// The difference, with a line feed at its end.
  package static func text(
    of difference: BooksDifference, style: TerminalStyle = TerminalStyle()
  ) -> String {
    let text = Self(difference: difference, style: style)
    let sections = [text.title] + difference.tables.map(text.table) + [text.findings, text.tieOut]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var title: [String] {
    let (before, after) = (difference.before, difference.after)
    var lines = [
      style.heading(
        "From \(TerminalSummary.spoken(before.takenAt)) to \(TerminalSummary.spoken(after.takenAt))"
      ),
      before.group == after.group
        ? after.group.printable : "\(before.group.printable), then \(after.group.printable)",
    ]
    let same = difference.tables.filter(\.isEmpty).map(\.file.name)
    if !same.isEmpty {
      lines += "Without a difference: \(same.joined(separator: ", "))".wrapped(to: style.width)
    }
    return lines
  }

  /// That there are more than are shown.
  func more(_ count: Int) -> [String] {
    [style.aside("  and \(HumanNumber.count(count)) more, which --json lists")]
  }

  private var findings: [String] {
    let (appeared, resolved) = (difference.appeared, difference.resolved)
    let counts = [
      "\(HumanNumber.count(appeared.count)) new", "\(HumanNumber.count(resolved.count)) resolved",
      "\(HumanNumber.count(difference.changed.count)) with another effect",
      "\(HumanNumber.count(difference.persisting)) as before",
    ]
    let title = "Findings: \(counts.joined(separator: ", "))"
    let changed = difference.changed
    var rows = appeared.prefix(Self.most).map { cells("new", $0, Self.effect($0)) }
    rows += resolved.prefix(Self.most).map { cells("resolved", $0, Self.effect($0)) }
    rows += changed.prefix(Self.most).map {
      cells("changed", $0.after, "\(Self.effect($0.before)) → \(Self.effect($0.after))")
    }
    let hidden = [appeared.count, resolved.count, changed.count].reduce(0) {
      $0 + max($1 - Self.most, 0)
    }
    let table = rows.isEmpty ? [] : table(of: rows)
    return title.wrapped(to: style.width).map(style.heading) + table
      + (hidden == 0 ? [] : more(hidden))
  }

  /// A narrow terminal has no room for how grave and which mirror.
  private func table(of rows: [[String]]) -> [String] {
    let columns: [TableLayout.Column] = [
      .init(title: "", side: .left), .init(title: "rule", side: .left, least: 8),
      .init(title: "received", side: .left, least: 6), .init(title: "effect", side: .right),
      .init(title: "severity", side: .left), .init(title: "sent", side: .left, least: 6),
    ]
    let shown = style.width < 80 ? 4 : 6
    return TableLayout(
      columns: Array(columns.prefix(shown)), rows: rows.map { Array($0.prefix(shown)) }
    ).lines(indent: 2, width: style.width)
  }

  private func cells(_ state: String, _ record: FindingRecord, _ effect: String) -> [String] {
    [
      state, record.rule, record.receivedID.printable, effect, record.severity.name,
      record.sentIDs.joined(separator: ", ").printable,
    ]
  }

  private static func effect(_ record: FindingRecord) -> String {
    "\(HumanNumber.change(record.effect, record.currency)) \(record.currency.code)"
  }

  private var tieOut: [String] {
    let changed = difference.tieOut.filter(\.isChange)
    guard !changed.isEmpty else { return [style.heading("The tie-out is the same")] }
    let amounts: [(String, (TieOutRow) -> Int128)] = [
      ("expected", \.expected), ("mirrored", \.mirrored), ("difference", \.difference),
      ("findings", \.findings), ("pending", \.pending), ("tolerated", \.tolerated),
      ("unexplained", \.unexplained),
    ]
    let table = TableLayout(
      columns: [
        .init(title: "", side: .left), .init(title: "supplier", side: .left, least: 6),
        .init(title: "", side: .left), .init(title: "before", side: .right),
        .init(title: "after", side: .right), .init(title: "change", side: .right),
      ],
      rows: changed.flatMap { row in
        amounts.filter { $0.1(row.before) != $0.1(row.after) }.map { name, amount in
          let (before, after) = (amount(row.before), amount(row.after))
          return [
            row.currency.code, row.supplier.isEmpty ? "(orphans)" : row.supplier.printable, name,
            HumanNumber.amount(before, row.currency), HumanNumber.amount(after, row.currency),
            HumanNumber.change(after - before, row.currency),
          ]
        }
      })
    return [style.heading("The tie-out, where it differs")]
      + table.lines(indent: 2, width: style.width)
  }
}
