package import Invoicing

/// What an audit of the story's end must find, told by what happened.
///
/// It knows from the truth log which create was for which received invoice, what was deleted when,
/// what each try was answered, and how the list was ticked; from the books what is left. It knows
/// nothing of the auditor.
package struct StoryTruth: Sendable {
  package private(set) var findings: [TrueFinding] = []
  /// By currency, then supplier.
  package let tieOut: [TrueTieOutRow]

  /// - Throws: `TruthFault` where the log is not whole.
  package init(_ log: TruthLog, takenAt: Moment) throws(TruthFault) {
    let books = try TruthBooks(log)
    let assigned = try TruthMirrors(books)
    var sums = TruthSums()
    for one in assigned.cases {
      let verdict = TruthVerdict(one, books, today: takenAt.date)
      findings += verdict.findings
      sums.add(one, verdict, books)
    }
    let others = TruthLedgers(books, assigned, today: takenAt.date)
    findings += others.findings
    sums.add(others, books)
    tieOut = sums.rows
  }

  package var findingsTable: String {
    let rows = findings.map(\.cells).sorted { a, b in
      a.joined(separator: "\u{1F}").utf8.lexicographicallyPrecedes(
        b.joined(separator: "\u{1F}").utf8)
    }
    return Self.table([TrueFinding.header] + rows)
  }

  package var tieOutTable: String {
    Self.table([TrueTieOutRow.header] + tieOut.map(\.cells))
  }

  private static func table(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
    }.joined()
  }
}
