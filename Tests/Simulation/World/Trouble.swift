/// The ways in which requests and engines fail; a minimised seed has few of them left.
enum Trouble: String, CaseIterable, Hashable, Sendable {
  /// Requests: never arrive; are done and not answered; arrive after the client has given up;
  /// arrive twice; find no connection; lose it before or after; fail in the system before or
  /// after the commit; are too many; are answered late.
  case lostRequest, lostAnswer, late, twice, notSent, cutBefore, cutAfter, errorBefore, errorAfter
  case tooMany, slow
  /// What was created is not listed for a while.
  case staleList
  /// The engine is killed, told to stop, cannot write its journal.
  case kill, stop, diskFull
  /// Engines of old: a mirror comes out wrong; dies between create and flag; takes a timeout for
  /// done.
  case botch, crash, credulous
  /// People do things between a plan and its execution.
  case meddling

  static let ofRequests: [Trouble] = [
    .lostRequest, .lostAnswer, .late, .twice, .notSent, .cutBefore, .cutAfter, .errorBefore,
    .errorAfter, .tooMany, .slow,
  ]
}
