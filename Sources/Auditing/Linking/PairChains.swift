internal import Invoicing

/// The rows of a ledger by two texts at once: supplier and number.
struct PairChains: Sendable {
  private var slots: [Int32]
  private var next: [Int32]
  private let first: [Text]
  private let second: [Text]

  /// Chains rows by both columns; chains run in the order of the rows.
  init(_ first: [Text], _ second: [Text]) {
    self.first = first
    self.second = second
    next = Array(repeating: -1, count: first.count)
    var size = 16
    while size < first.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    var row = first.count - 1
    while row >= 0 {
      let slot = self.slot(first[row], second[row])
      next[row] = slots[slot]
      slots[slot] = Int32(row)
      row -= 1
    }
  }

  /// The first row that has both texts, or nil.
  func first(_ a: Text, _ b: Text) -> Int? { place(slots[slot(a, b)]) }

  /// The row behind another with the same texts, or nil.
  func following(_ row: Int) -> Int? { place(next[row]) }

  private func place(_ row: Int32) -> Int? { row < 0 ? nil : Int(row) }

  private func slot(_ a: Text, _ b: Text) -> Int {
    let key = UInt64(a.index) << 32 | UInt64(b.index)
    let product = (key ^ 0x9e37_79b9_7f4a_7c15).multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
    var slot = Int(truncatingIfNeeded: product.high ^ product.low) & (slots.count - 1)
    while slots[slot] >= 0 {
      let row = Int(slots[slot])
      if first[row] == a, second[row] == b { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
