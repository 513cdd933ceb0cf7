internal import Auditing
internal import Invoicing

extension TerminalSummary {
  /// Ten findings, a line of their columns and one of what happened.
  var gravest: [String] {
    let records = figures.gravest
    guard !records.isEmpty else { return [] }
    let columns = columns
    let table = TableLayout(
      columns: columns.map(\.column),
      rows: records.map { record in columns.map { $0.cell(record) } })
    let lines = table.lines(indent: 2, width: style.width)
    var text = [style.heading(title(of: records.count)), style.aside(lines[0])]
    for (line, record) in zip(lines.dropFirst(), records) {
      text.append(record.severity == .critical ? style.alarm(line) : line)
      text.append("    " + record.cause.printable.shortened(to: style.width - 4))
    }
    return text
  }

  private func title(of count: Int) -> String {
    let open = figures.stakes.open
    switch (count, open) {
    case (1, 1): return "The finding"
    case (open, _): return "The \(HumanNumber.count(count)) findings, the gravest first"
    default: return "The \(count) gravest of \(HumanNumber.count(open, "finding"))"
    }
  }

  /// A narrow terminal has no room for who and to whom.
  private var columns: [(column: TableLayout.Column, cell: (FindingRecord) -> String)] {
    let all = Self.columns
    return style.width < 80 ? [all[0], all[1], all[5], all[6]] : all
  }

  private static var columns: [(column: TableLayout.Column, cell: (FindingRecord) -> String)] {
    [
      (.init(title: "rule", side: .left, least: 12, isLastToCut: true), \.rule),
      (.init(title: "received", side: .left, least: 6), \.receivedID.printable),
      (.init(title: "supplier", side: .left, least: 6), \.supplier.printable),
      (.init(title: "number", side: .left, least: 5), \.number.printable),
      (.init(title: "customer", side: .left, least: 6), \.customer.printable),
      (.init(title: "effect", side: .right), effect),
      (.init(title: "days", side: .right), { HumanNumber.count($0.ageDays) }),
    ]
  }

  private static func effect(_ record: FindingRecord) -> String {
    "\(HumanNumber.change(record.effect, record.currency)) \(record.currency.code)"
  }

  /// Against the snapshot before.
  var states: [String] {
    let stakes = figures.stakes
    guard let before = report.audit.books.before else {
      return labelled("Compared", "with nothing: there is no earlier snapshot")
    }
    let counts = [
      (stakes.new, "new"), (stakes.persisting, "persisting"), (stakes.resolved, "resolved"),
    ].map { "\(HumanNumber.count($0)) \($1)" }
    return labelled("Compared", ["with \(Self.spoken(before.takenAt)):"] + counts.listed)
  }

  /// The rules that lack a file, and which.
  var notRun: [String] {
    figures.notRun.flatMap { file, rules in
      labelled("Not run", rules.listed + ["for want of \(file.name)"]).map(style.caution)
    }
  }

  var whereFilesAre: [String] {
    files.enumerated().map { index, file in
      "  " + (index == 0 ? "Reports" : "").leftAligned(in: 11) + file.printable
    }
  }
}
