internal import Foundation
package import Invoicing

/// The machine's own time.
package struct SystemClock: EngineClock {
  package init() {}

  package func now() -> Moment {
    Moment(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down)))
  }

  /// By the clock that nobody sets: a jump of the other one makes no pause longer.
  package func sleep(until moment: Moment) async throws {
    let rest = moment.microseconds - now().microseconds
    if rest > 0 { try await Task.sleep(for: .microseconds(rest)) }
  }
}
