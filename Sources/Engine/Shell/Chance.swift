internal import Synchronization

/// Random numbers: the system's own, or those that a seed repeats (SplitMix64).
package final class Chance: Sendable {
  private let isSeeded: Bool
  private let state: Mutex<UInt64>

  /// - Parameter seed: nil: the system's own.
  package init(seed: UInt64? = nil) {
    isSeeded = seed != nil
    state = Mutex(seed ?? 0)
  }

  package func next() -> UInt64 {
    guard isSeeded else { return UInt64.random(in: 0...UInt64.max) }
    return state.withLock { state in
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }
}
