internal import Invoicing

/// Which row of the supplier's own books is a received invoice's source (`extract.md`).
struct SourceChoice: Sendable {
  /// For each received invoice the place of its source, or -1.
  private(set) var sourceOf: [Int32]
  /// For each source whether there is a received invoice of its supplier, number and kind.
  private(set) var isReceived: [Bool]

  init(_ books: Books, _ numbers: ReceivedNumbers) {
    sourceOf = Array(repeating: -1, count: books.received.count)
    isReceived = Array(repeating: false, count: books.source.count)
    for start in stride(from: 0, to: books.source.count, by: Self.block) {
      let rows = start..<min(start + Self.block, books.source.count)
      for pair in pairs(rows, books.source, numbers) {
        let current = sourceOf[Int(pair.received)]
        if current < 0 || Self.precedes(pair.source, current, pair.received, books) {
          sourceOf[Int(pair.received)] = pair.source
        }
      }
    }
  }

  private static let block = 512

  /// The received invoices of the supplier, number and kind of some sources.
  ///
  /// Numbers, entries and rows stand anywhere. Each is found for all before the next is, so that
  /// the loops are short and memory answers for many at once.
  private mutating func pairs(
    _ rows: Range<Int>, _ source: SourceColumns, _ numbers: ReceivedNumbers
  ) -> [(source: Int32, received: Int32)] {
    let (number, kind) = (source.invoices.number, source.invoices.kind)
    let groups = rows.map { numbers.group(number[$0]) }
    let entries = groups.map { numbers.first($0) }
    var pairs: [(source: Int32, received: Int32)] = []
    pairs.reserveCapacity(rows.count)
    for (place, row) in rows.enumerated() where !groups[place].isEmpty {
      let alike = numbers.alike(groups[place], entries[place], source.supplier[row], kind[row])
      if alike.isEmpty { continue }
      isReceived[row] = true
      for entry in alike { pairs.append((Int32(row), Int32(numbers.row(at: entry)))) }
    }
    return pairs
  }

  private static func precedes(
    _ a: Int32, _ b: Int32, _ received: Int32, _ books: Books
  ) -> Bool {
    let (a, b, received) = (Int(a), Int(b), Int(received))
    let source = books.source.invoices
    func agrees(_ row: Int) -> Bool {
      source.currency[row] == books.received.invoices.currency[received]
        && source.gross[row] == books.received.invoices.gross[received]
    }
    if agrees(a) != agrees(b) { return agrees(a) }
    return books.compareIDs(source.id[a], source.id[b]) < 0
  }
}
