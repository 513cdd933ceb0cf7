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

  /// Rows of this number, of whatever supplier.
  func rows(_ number: Text) -> [Int] { range(number).map { row(entries[$0]) } }

  /// Calls with each row of this supplier, number and kind, in the order of the rows.
  func forEach(_ supplier: Text, _ number: Text, _ kind: InvoiceKind, _ body: (Int) -> Void) {
    let range = self.range(number)
    let look = Self.look(supplier, kind)
    var place = range.count > 8 ? first(look, range) : range.lowerBound
    while place < range.upperBound, entries[place] < look { place += 1 }
    while place < range.upperBound, entries[place] & ~Self.rowBits == look {
      body(row(entries[place]))
      place += 1
    }
  }

  /// Calls with the rows of each supplier, number and kind that has several.
  func forEachSeveral(_ body: ([Int]) -> Void) {
    for group in 0..<numbers {
      let range = groups.range(group)
      if range.count < 2 { continue }
      entries[range].forEachRun(where: { ($0 ^ $1) & ~Self.rowBits == 0 }) { alike in
        if alike.count > 1 { body(alike.map(row)) }
      }
    }
  }

  private static let rowBits: UInt64 = (1 << 31) - 1

  private static func look(_ supplier: Text, _ kind: InvoiceKind) -> UInt64 {
    UInt64(supplier.index) << 32 | UInt64(kind.rawValue) << 31
  }

  private func row(_ entry: UInt64) -> Int { Int(entry & Self.rowBits) }

  /// Where the group of a number stands; empty where no received invoice has it.
  private func range(_ number: Text) -> Range<Int> {
    let group = Int(number.index) - base
    return group >= 0 && group < numbers ? groups.range(group) : 0..<0
  }

  /// The place of the first entry in a large group that is not below.
  private func first(_ look: UInt64, _ range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < look { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
