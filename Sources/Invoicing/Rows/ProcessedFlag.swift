/// The tick on the to-do list: a row of `processed.csv`.
package struct ProcessedFlag: Hashable, Sendable {
  package var receivedID: String
  package var processed: Bool
  package var processedAt: Moment?
  /// The mirror that the engine believes it made.
  package var mirrorID: String?

  package init(receivedID: String, processed: Bool, processedAt: Moment?, mirrorID: String?) {
    self.receivedID = receivedID
    self.processed = processed
    self.processedAt = processedAt
    self.mirrorID = mirrorID
  }
}
