internal import Dispatch
internal import Foundation

/// SIGTERM and SIGINT, waited for instead of being killed by them, as long as this lives.
struct StopSignals {
  /// Has an element for each that came.
  let arrived: AsyncStream<Void>
  private let sources: [any DispatchSourceSignal]

  init() {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    arrived = stream
    sources = [SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue(label: "signals"))
      source.setEventHandler { continuation.yield() }
      source.resume()
      return source
    }
  }

  /// Ends the process; the books have all that was answered.
  static func end() -> Never { exit(0) }
}
