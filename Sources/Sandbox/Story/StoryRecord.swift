internal import EconomyAPI
internal import Invoicing

/// What the people of the story know of a received invoice.
struct StoryRecord: Sendable {
  let invoice: StoryInvoice
  /// As its company's books have it.
  let source: ClientInvoice
}

extension StoryInvoice {
  var rows: [ClientInvoiceRow] {
    lines.enumerated().map { place, line in
      line.row(entry: place < entries.count ? entries[place] : nil)
    }
  }

  /// The expense entries behind the lines.
  var expenses: [ExpenseEntry?] {
    lines.enumerated().map { place, line in
      guard line.kind != .hours else { return nil }
      var entry = line.entry(named: "kvitto-\(company)-\(date)-\(place).txt")
      entry.date = date.adding(days: -10)
      return entry
    }
  }

  /// The receipts, in the order of the lines.
  var receipts: [APIFile] { expenses.flatMap { $0?.files ?? [] } }

  /// `YYYY-MM`.
  var month: String { String(date.description.prefix(7)) }
}
