package import Invoicing

/// A row of the tie-out in two audits; where one has none, its amounts are 0.
package struct TieOutDifference: Equatable, Sendable {
  package var before: TieOutRow
  package var after: TieOutRow

  package var currency: Currency { after.currency }
  package var supplier: String { after.supplier }
  package var isChange: Bool { before != after }
}
