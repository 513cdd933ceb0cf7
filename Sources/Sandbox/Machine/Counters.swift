/// The last ids given, over all companies: an id is given once, and names one company's element.
package struct Counters: Hashable, Sendable {
  package var user: Int64 = 0
  package var supplier: Int64 = 0
  package var client: Int64 = 0
  package var supplierInvoice: Int64 = 0
  package var clientInvoice: Int64 = 0
  package var row: Int64 = 0
  package var expense: Int64 = 0
  /// Of the truth log.
  package var event: Int64 = 0

  package init() {}

  /// The next id of one kind.
  mutating func next(_ counter: WritableKeyPath<Counters, Int64>) -> Int64 {
    self[keyPath: counter] += 1
    return self[keyPath: counter]
  }
}
