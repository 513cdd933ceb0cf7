internal import Invoicing

/// Which row of the supplier's own books is a received invoice's source (`extract.md`).
struct SourceChoice: Sendable {
  /// For each received invoice the place of its source, or -1.
  private(set) var sourceOf: [Int32]
  /// For each source whether there is a received invoice of its supplier, number and kind.
  private(set) var isReceived: [Bool]

  init(_ books: Books, _ numbers: ReceivedNumbers) {
    let source = books.source
    let (suppliers, invoices) = (source.supplier, source.invoices)
    var sourceOf = [Int32](repeating: -1, count: books.received.count)
    var isReceived = [Bool](repeating: false, count: source.count)
    for row in 0..<source.count {
      numbers.forEach(suppliers[row], invoices.number[row], invoices.kind[row]) { received in
        isReceived[row] = true
        let current = Int(sourceOf[received])
        if current < 0 || Self.precedes(row, current, received, books) {
          sourceOf[received] = Int32(row)
        }
      }
    }
    self.sourceOf = sourceOf
    self.isReceived = isReceived
  }

  private static func precedes(_ a: Int, _ b: Int, _ received: Int, _ books: Books) -> Bool {
    let source = books.source.invoices
    func agrees(_ row: Int) -> Bool {
      source.currency[row] == books.received.invoices.currency[received]
        && source.gross[row] == books.received.invoices.gross[received]
    }
    if agrees(a) != agrees(b) { return agrees(a) }
    return books.compareIDs(source.id[a], source.id[b]) < 0
  }
}
