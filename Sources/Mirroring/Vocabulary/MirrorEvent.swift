/// What happens to the machine of a case; each comes with the moment and a random number.
package enum MirrorEvent: Hashable, Sendable {
  /// The first event, of a new case and of one begun before a crash.
  case started
  case answered(SystemAnswer)
  case failed(RequestFailure)
  /// The body that the draft of an `encode` command makes.
  case encoded(CreateBody)
  /// The moment of a `wait` command has come.
  case woken
  /// The engine is to end: the case lets its request settle, then ends with `suspend`.
  case stopped
}
