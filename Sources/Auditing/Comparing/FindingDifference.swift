/// A finding that stands in two audits with another effect.
package struct FindingDifference: Equatable, Sendable {
  package var before: FindingRecord
  package var after: FindingRecord
}
