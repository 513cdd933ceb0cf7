package import Invoicing

/// What the rules say of a snapshot's books.
package struct Audit: Sendable {
  package var books: Books
  package var settings: Settings
  /// By severity, size of effect, rule and ids; against the snapshot before once it is compared.
  package var findings: Findings
  /// By currency, then supplier.
  package var tieOut: [TieOutRow]
  /// In the order of the rules' names.
  package var rules: [RuleRun]
  /// By ledger, then currency.
  package var totals: [ControlTotal]
  /// By supplier, currency and reason.
  package var outOfScope: [OutOfScopeRow]
  /// Consulting companies with received invoices and no row in `source.csv`, by name; empty where
  /// the file is absent.
  package var suppliersWithoutSource: [String]
  /// All links, by the sent invoices' places.
  package var links: [Link]
  /// For each row of `Books.vanished` the id of the received invoice that it belongs to now.
  package var vanishedOwners: [Text]

  package init(
    books: Books, settings: Settings, findings: Findings, tieOut: [TieOutRow], rules: [RuleRun],
    totals: [ControlTotal], outOfScope: [OutOfScopeRow], suppliersWithoutSource: [String],
    links: [Link], vanishedOwners: [Text] = []
  ) {
    self.books = books
    self.settings = settings
    self.findings = findings
    self.tieOut = tieOut
    self.rules = rules
    self.totals = totals
    self.outOfScope = outOfScope
    self.suppliersWithoutSource = suppliersWithoutSource
    self.links = links
    self.vanishedOwners = vanishedOwners
  }

  /// Whether every öre is explained.
  package var balances: Bool { tieOut.allSatisfy { $0.unexplained == 0 } }
}
