/// What a body may not exceed, so that a hostile one costs little.
package struct BodyLimits: Hashable, Sendable {
  package var bytes: Int
  /// Elements, or values of JSON.
  package var values: Int

  package init(bytes: Int, values: Int) {
    self.bytes = bytes
    self.values = values
  }

  /// Of what a server is sent: an invoice with its receipts.
  package static let request = BodyLimits(bytes: 32 << 20, values: 100_000)
  /// Of what a client is answered: a whole ledger.
  package static let answer = BodyLimits(bytes: 1 << 30, values: 50_000_000)

  /// Lists and objects of JSON inside each other; `XMLLimits` has the depth of XML.
  static let depth = 64
}
