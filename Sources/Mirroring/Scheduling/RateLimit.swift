package import Invoicing

/// Spaces requests so that the system, which counts them as they arrive, never sees more than its
/// limit in any window.
///
/// Requests need not arrive as far apart as they were sent. So the window is taken 3 % longer than
/// the system's: one may be 3 % of it later than another before the limit is passed, and 97 % of
/// the limit is used.
package struct RateLimit: Sendable {
  /// In microseconds, with what is added.
  private let window: Int64
  /// When the last requests leave, as many as the limit, from the oldest on.
  private var leaving: [Moment]
  private var oldest = 0
  private let limit: Int
  private var held: Moment?

  /// A limit below one counts as one.
  package init(limit: Int, seconds: Int) {
    let window = Int64(max(0, min(seconds, 1_000_000))) * 1_000_000
    self.window = window + window * 3 / 100
    self.limit = max(1, limit)
    leaving = []
  }

  /// When a request that is ready now may leave; it counts as leaving then.
  package mutating func admit(at now: Moment) -> Moment {
    var moment = max(now, held ?? now)
    if leaving.count < limit {
      moment = max(moment, leaving.last ?? moment)
      leaving.append(moment)
      return moment
    }
    let newest = leaving[(oldest + limit - 1) % limit]
    moment = max(moment, newest, leaving[oldest].adding(microseconds: window))
    leaving[oldest] = moment
    oldest = (oldest + 1) % limit
    return moment
  }

  /// Nothing that is admitted from now on leaves before this moment: the system asked for it.
  package mutating func hold(until moment: Moment) {
    held = max(held ?? moment, moment)
  }
}
