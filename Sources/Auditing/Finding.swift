package import Invoicing

/// A finding with its evidence, in words.
package struct Finding: Equatable, Sendable {
  package var record: FindingRecord
  package var evidence: [Fact]
  /// The links of the case's mirrors, live and dead, by the sent invoices' ids.
  package var links: [Link]

  package init(record: FindingRecord, evidence: [Fact], links: [Link]) {
    self.record = record
    self.evidence = evidence
    self.links = links
  }
}
