internal import Invoicing

/// Which row of the supplier's own books is a received invoice's source (`extract.md`).
enum SourceChoice {
  /// For each received invoice the place of its source, or -1.
  static func choose(_ books: Books, _ index: BooksIndex) -> [Int32] {
    (0..<books.received.count).map { Int32(source(of: $0, books, index) ?? -1) }
  }

  private static func source(of received: Int, _ books: Books, _ index: BooksIndex) -> Int? {
    var best: Int?
    var candidate = index.sourceBySupplierAndNumber.first(
      books.received.supplier[received], books.received.invoices.number[received])
    while let row = candidate {
      candidate = index.sourceBySupplierAndNumber.following(row)
      guard books.source.invoices.kind[row] == books.received.invoices.kind[received] else {
        continue
      }
      guard let current = best else {
        best = row
        continue
      }
      if precedes(row, current, received, books) { best = row }
    }
    return best
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
