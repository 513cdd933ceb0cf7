package import Invoicing

/// What the configuration says to the machine.
package struct MirroringSettings: Hashable, Sendable {
  /// Kinds of lines that are left out of a mirror, and said.
  package var skip: [LineKind]
  /// How long a request may take, in microseconds.
  package var timeout: Int64
  /// How late the system may list what it has made, in microseconds.
  package var visibleAfter: Int64
  package var retries: RetryPolicy

  package init(
    skip: [LineKind] = [.mileage], timeout: Int64 = 30_000_000, visibleAfter: Int64 = 0,
    retries: RetryPolicy = RetryPolicy()
  ) {
    self.skip = skip
    self.timeout = timeout
    self.visibleAfter = visibleAfter
    self.retries = retries
  }
}
