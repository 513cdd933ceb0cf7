internal import Invoicing

/// The received invoices by number, and those of one number by supplier and kind: by what a
/// supplier's own books have them too (`extract.md`, source.csv).
struct ReceivedNumbers: Sendable {
  /// In groups of one number, in which they run by supplier, kind, then row: 32 bits, 1 and 31.
  private var entries: [UInt64]
  private let groups: RowGroups
  /// The first number's text; its group is the first.
  private let base: Int
  private let numbers: Int

  init(_ received: ReceivedColumns) {
    let (number, kind) = (received.invoices.number, received.invoices.kind)
    let supplier = received.supplier
    var (least, most) = (Int.max, -1)
    for text in number {
      least = min(least, Int(text.index))
      most = max(most, Int(text.index))
    }
    let base = most < 0 ? 0 : least
    self.base = base
    numbers = most + 1 - base
    groups = RowGroups(owners: numbers, rows: number.count) { Int32(Int(number[$0].index) - base) }
    entries = groups.rows.map { row in
      Self.look(supplier[Int(row)], kind[Int(row)]) | UInt64(UInt32(row))
    }
    for group in 0..<numbers where groups.range(group).count > 1 {
      entries[groups.range(group)].sort()
    }
  }

  /// Where the rows of a number stand, of whatever supplier; empty where there are none.
  func group(_ number: Text) -> Range<Int> {
    let group = Int(number.index) - base
    return group >= 0 && group < numbers ? groups.range(group) : 0..<0
  }

  /// The first entry of a group; 0 where it is empty.
  func first(_ group: Range<Int>) -> UInt64 { group.isEmpty ? 0 : entries[group.lowerBound] }

  /// The places, in a group that is not empty, of the rows of this supplier and kind, in the order
  /// of the rows.
  func alike(
    _ group: Range<Int>, _ first: UInt64, _ supplier: Text, _ kind: InvoiceKind
  ) -> Range<Int> {
    let look = Self.look(supplier, kind)
    if group.count == 1 { return first & ~Self.rowBits == look ? group : 0..<0 }
    let start = lowerBound(of: look, group)
    var end = start
    while end < group.upperBound, entries[end] & ~Self.rowBits == look { end += 1 }
    return start..<end
  }

  /// The row at a place.
  func row(at place: Int) -> Int { row(entries[place]) }

  /// Calls with the rows of each supplier, number and kind that has several.
  func forEachSeveral(_ body: ([Int]) -> Void) {
    for group in 0..<numbers {
      let range = groups.range(group)
      if range.count < 2 { continue }
      entries[range].forEachRun(
        where: { ($0 ^ $1) & ~Self.rowBits == 0 },
        do: { alike in if alike.count > 1 { body(alike.map(row)) } })
    }
  }

  private static let rowBits: UInt64 = (1 << 31) - 1

  private static func look(_ supplier: Text, _ kind: InvoiceKind) -> UInt64 {
    let bit: UInt64 =
      switch kind {
      case .invoice: 0
      case .creditNote: 1
      }
    return UInt64(supplier.index) << 32 | bit << 31
  }

  private func row(_ entry: UInt64) -> Int { Int(entry & Self.rowBits) }

  /// The place of the first entry in a group that is not below.
  private func lowerBound(of look: UInt64, _ group: Range<Int>) -> Int {
    var (low, high) = (group.lowerBound, group.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < look { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
