package import Invoicing

/// What of the client invoices a list asks for.
package struct ClientInvoiceFilter: Hashable, Sendable {
  /// `filter`: how far they have come.
  package enum Stage: String, CaseIterable, Hashable, Sendable {
    case all
    case certified
    /// Drafts.
    case certifiable
    /// Certified, and not sent yet.
    case sendable
  }

  package var stage = Stage.all
  /// Letters that one of number, references, notes or the client's name must hold; of ASCII,
  /// small and capital ones are the same.
  package var query: String?
  /// `invoiceDateLower`, inclusive.
  package var earliest: CalendarDate?
  /// `invoiceDateUpper`, inclusive.
  package var latest: CalendarDate?
  /// `ignoreFiles`: names of files without their content.
  package var leavesOutFiles = false

  package init() {}

  /// Whether every client invoice passes.
  var passesAll: Bool {
    stage == .all && query == nil && earliest == nil && latest == nil
  }
}
