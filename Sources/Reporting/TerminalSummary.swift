internal import Auditing
internal import Invoicing

/// A report on one screen, for people.
package struct TerminalSummary {
  let report: Report
  let figures: ReportFigures
  let files: [String]
  let style: TerminalStyle

  /// The summary, with a line feed at its end.
  ///
  /// - Parameter files: where the reports are, as the reader should see it; none: nothing is said.
  package static func text(
    of report: Report, files: [String], style: TerminalStyle = TerminalStyle()
  ) -> String {
    let summary = Self(
      report: report, figures: ReportFigures(report), files: files, style: style)
    return summary.sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var sections: [[String]] {
    [
      imbalance, title + read, tieOut, stake, findingsByRule, gravest, states + notRun,
      whereFilesAre,
    ]
  }

  private var audit: Audit { report.audit }
  private var header: ExtractHeader { audit.books.header }

  /// Before all else: then nothing below may be trusted.
  private var imbalance: [String] {
    let rows = audit.tieOut.filter { $0.unexplained != 0 }
    guard !rows.isEmpty else { return [] }
    let what =
      "THE TIE-OUT DOES NOT BALANCE. The tool is wrong, not the books: do not act on this report."
    return what.wrapped(to: style.width).map(style.alarm)
      + rows.map { row in
        let supplier = row.supplier.isEmpty ? "(no supplier)" : row.supplier.printable
        let amount = HumanNumber.amount(row.unexplained, row.currency)
        return "  \(supplier): \(amount) \(row.currency.code) unexplained"
      }
  }

  private var title: [String] {
    let title = "\(header.group.printable) on \(Self.spoken(header.takenAt))"
    return [style.heading(title.shortened(to: style.width))]
  }

  private var read: [String] {
    var lines = labelled("Read", audit.books.inputs.map(Self.counted).listed)
    let judged = HumanNumber.count(figures.inScope, "received invoice")
    let aside =
      figures.outOfScope == 0 ? "" : ", \(HumanNumber.count(figures.outOfScope)) out of scope"
    lines += labelled("Judged", judged + aside)
    if !ignoredColumns.isEmpty {
      lines += labelled("Ignored", ignoredColumns.listed + ["which nobody reads"])
    }
    if !audit.suppliersWithoutSource.isEmpty {
      let names = Self.someNames(audit.suppliersWithoutSource)
      lines += labelled("Not there", "the books of \(names), of which source.csv has no row")
    }
    let rejected = audit.books.rejected.count
    if rejected > 0 {
      let what = "\(HumanNumber.count(rejected, "bad row")): this audit is of the rest"
      lines += labelled("Set aside", what).map(style.caution)
    }
    return lines
  }

  private var ignoredColumns: [String] {
    audit.books.inputs.flatMap { input in
      input.ignoredColumns.map { "'\($0.printable)' in \(input.file.name)" }
    }
  }

  private var tieOut: [String] {
    guard !figures.sums.isEmpty else { return [style.heading("There is nothing to tie out")] }
    guard audit.balances else { return tieOutTable(style.alarm("The tie-out does not balance")) }
    return tieOutTable(style.heading("The tie-out balances"))
  }

  private func tieOutTable(_ title: String) -> [String] {
    let rows: [(String, (TieOutRow) -> Int128)] = [
      ("expected", \.expected), ("mirrored", \.mirrored), ("difference", \.difference),
      ("  findings", \.findings), ("  pending", \.pending), ("  tolerated", \.tolerated),
      ("  unexplained", \.unexplained),
    ]
    let table = CurrencyTable(
      labels: [.init(title: "", side: .left)],
      currencies: figures.sums.map(\.currency),
      rows: rows.map { label, amount in
        .init(
          labels: [label],
          amounts: figures.sums.map { HumanNumber.amount(amount($0), $0.currency) })
      })
    return [title] + table.lines(indent: 2, width: style.width)
  }

  private var stake: [String] {
    let stakes = figures.stakes.byCurrency
    guard !stakes.isEmpty else { return [] }
    let table = CurrencyTable(
      labels: [.init(title: "", side: .left)], currencies: stakes.map(\.currency),
      rows: [
        .init(
          labels: ["too little billed"],
          amounts: stakes.map { HumanNumber.amount($0.tooLittle, $0.currency) }),
        .init(
          labels: ["too much billed"],
          amounts: stakes.map { HumanNumber.amount($0.tooMuch, $0.currency) }),
      ])
    return [style.heading("Money at stake")] + table.lines(indent: 2, width: style.width)
  }

  private var findingsByRule: [String] {
    let stakes = figures.stakes
    guard !figures.rules.isEmpty else { return [] }
    let currencies = stakes.byCurrency.filter(\.movesMoney).map(\.currency)
    let table = CurrencyTable(
      labels: [
        .init(title: "rule", side: .left), .init(title: "severity", side: .left),
        .init(title: "count", side: .right),
      ],
      currencies: currencies,
      rows: figures.rules.map { run in
        .init(
          labels: [run.rule, run.severity.name, HumanNumber.count(run.findings)],
          amounts: currencies.map { currency in
            guard let stake = stakes.stake(of: run.rule, in: currency), stake.movesMoney else {
              return ""
            }
            return HumanNumber.change(stake.effect, currency)
          })
      })
    let title = stakes.open == 0 ? "No findings" : HumanNumber.count(stakes.open, "finding")
    return [style.heading(title)] + table.lines(indent: 2, width: style.width)
  }
}

extension TerminalSummary {
  /// `2023-05-31 06:00:00 UTC`.
  static func spoken(_ moment: Moment) -> String {
    let text = moment.description
    return "\(text.prefix(10)) \(text.dropFirst(11).dropLast()) UTC"
  }

  /// A label, and what it says in lines beside it.
  func labelled(_ label: String, _ text: String) -> [String] {
    labelled(label, text.split(separator: " ").map(String.init))
  }

  /// The same, of pieces that are not broken.
  func labelled(_ label: String, _ pieces: [String]) -> [String] {
    let margin = 13
    return pieces.wrapped(to: style.width - margin).enumerated().map { index, line in
      "  " + (index == 0 ? label : "").leftAligned(in: margin - 2) + line
    }
  }

  private static func counted(_ input: ExtractInput) -> String {
    switch input.file {
    case .received: HumanNumber.count(input.rows, "received invoice")
    case .sent: HumanNumber.count(input.rows, "sent invoice")
    case .processed: HumanNumber.count(input.rows, "flag")
    case .source: HumanNumber.count(input.rows, "source invoice")
    case .lines: HumanNumber.count(input.rows, "line")
    case .attachments: HumanNumber.count(input.rows, "attachment")
    case .attempts: HumanNumber.count(input.rows, "attempt")
    }
  }

  private static func someNames(_ names: [String]) -> String {
    let shown = names.prefix(5).map { $0.printable.shortened(to: 30) }.joined(separator: ", ")
    return names.count > 5 ? "\(shown) and \(HumanNumber.count(names.count - 5)) more" : shown
  }
}
