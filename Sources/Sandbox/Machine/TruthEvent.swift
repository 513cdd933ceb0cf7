package import EconomyAPI
package import Invoicing

/// What really happened at one request: the truth to audit against.
package struct TruthEvent: Hashable, Sendable {
  /// What the request did to the books.
  package enum Deed: String, CaseIterable, Hashable, Sendable {
    /// It was answered from them.
    case read
    case created
    case updated
    case deleted
    case certified
    case sent
    case credited
    case paid
    /// A stored answer was given again.
    case replayed
    case refused
    /// Lost, or failed before it was begun.
    case nothing
  }

  /// Counted from 1, without a gap, over all companies.
  package var number: Int64
  package var at: Moment
  package var company: Int64
  package var endpoint: Endpoint
  package var deed: Deed
  /// The element that was made, changed, replayed or asked for; of a credit the credit note.
  package var subject: Int64?
  /// `foreign-id` of a client or supplier invoice that the deed touched.
  package var foreignID: String?
  /// Of a create of a client invoice: `foreign-id` as its body gave it, whatever came of it.
  package var meantFor: String?
  package var key: String?
  /// The status that the client was sent, or would have been; nil where nothing would be.
  package var status: Int?
  package var fault: FaultKind?
  /// What became of the answer.
  package var delivery: Delivery
  /// Of a deletion: the invoice as it was, its files aside.
  package var deleted: ClientInvoice?
}
