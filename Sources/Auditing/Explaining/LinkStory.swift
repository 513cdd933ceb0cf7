package import Invoicing

/// Why a sent invoice is a mirror of the case.
package struct LinkStory: Equatable, Sendable {
  package var sentID: String
  package var isLive: Bool
  /// Nil where it has vanished: then it belongs to the case, and no step linked it.
  package var step: LinkStep?
  package var field: LinkField?
  /// What stands in the field; empty for a link by content.
  package var value: String
  /// Where the field stands.
  package var origin: Fact.Origin
  /// As `step 1: its mirror_of names 1001`.
  package var words: String
}
