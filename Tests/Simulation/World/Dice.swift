/// Random numbers that a seed replays.
struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Dice of their own for a part of the world: what others throw changes nothing.
  init(seed: UInt64, part: UInt64) {
    state = seed &* 0x2545_f491_4f6c_dd1d ^ (part &+ 1) &* 0x9e37_79b9_7f4a_7c15
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }

  mutating func pickIfAny<T>(_ values: [T]) -> T? { values.isEmpty ? nil : pick(values) }
}
