/// Different prefixes, numbered 1, 2, 3 … in the order in which they come.
struct SerialPrefixes: Sendable {
  private struct Slot {
    var prefix: SerialPrefix
    /// 0: the slot is free.
    var number: UInt32

    static var free: Self { Self(prefix: SerialPrefix(high: 0, low: 0, length: 0), number: 0) }
  }

  /// A power of two of them, three of four free.
  ///
  /// A prefix stands at its home, as most do, or behind it, with no free one between.
  private var slots = [Slot](repeating: .free, count: 64)
  private(set) var count = 0

  /// The prefix's number; 0: it has none.
  @inline(__always)
  subscript(prefix: SerialPrefix) -> UInt32 { slots[slot(of: prefix)].number }

  /// Gives a prefix that has no number the next.
  mutating func add(_ prefix: SerialPrefix) -> UInt32 {
    if 4 * (count + 1) > slots.count { grow() }
    count += 1
    let number = UInt32(count)
    slots[slot(of: prefix)] = Slot(prefix: prefix, number: number)
    return number
  }

  @inline(__always)
  private func slot(of prefix: SerialPrefix) -> Int {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: prefix.hash) & mask
    while slots[slot].number != 0, slots[slot].prefix != prefix { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .free, count: old.count * 2)
    for entry in old where entry.number != 0 { slots[slot(of: entry.prefix)] = entry }
  }
}
