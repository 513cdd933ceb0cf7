/// Sent invoices that were linked, or had vanished, in the snapshot before and are absent now:
/// what the economy system has forgotten.
package struct VanishedColumns: Sendable {
  package var sentID: [Text] = []
  /// The received invoice that it belonged to in the snapshot before.
  package var receivedID: [Text] = []
  /// The moment of the last snapshot that had it.
  package var lastSeen: [Moment] = []
  package var number: [Text] = []
  package var customer: [Text] = []
  package var kind: [InvoiceKind] = []
  package var issueDate: [CalendarDate] = []
  package var currency: [Currency] = []
  package var gross: [Int64] = []

  package init() {}

  package var count: Int { sentID.count }
}
