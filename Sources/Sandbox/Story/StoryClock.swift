package import Invoicing
internal import Synchronization

/// The story's time: it stands still until the story moves it.
package final class StoryClock: Sendable {
  private let moment: Mutex<Moment>

  package init(_ start: Moment) { moment = Mutex(start) }

  package var now: Moment { moment.withLock { $0 } }

  /// Time does not go back: an earlier moment leaves it where it is.
  func move(to later: Moment) { moment.withLock { $0 = max($0, later) } }

  func pass(seconds: Int) {
    moment.withLock { $0 = $0.adding(microseconds: Int64(seconds) * 1_000_000) }
  }
}

extension Moment {
  /// A moment of the story.
  init(_ day: CalendarDate, hour: Int, minute: Int = 0) {
    let seconds = Int64(day.days) * 86_400 + Int64(hour * 3600 + minute * 60)
    self.init(microseconds: seconds * 1_000_000)
  }
}
