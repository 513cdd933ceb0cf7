package import Invoicing

/// What the system remembers of an idempotency key: the invoice that it made.
package struct KeyRecord: Hashable, Sendable {
  package var fingerprint: String
  package var invoice: Int64
  package var usedAt: Moment
  /// Until then its first request has no answer yet.
  package var runsUntil: Moment?

  package init(fingerprint: String, invoice: Int64, usedAt: Moment, runsUntil: Moment? = nil) {
    self.fingerprint = fingerprint
    self.invoice = invoice
    self.usedAt = usedAt
    self.runsUntil = runsUntil
  }
}
