internal import Dispatch
internal import Engine
internal import Foundation

/// Turns the first SIGTERM or SIGINT into a stop that lets what is under way settle; the second
/// ends the process at once, which the journal survives.
struct Signals {
  private let sources: [any DispatchSourceSignal]

  init(stopping stop: StopSignal) {
    let queue = DispatchQueue(label: "mirror-engine.signals")
    sources = [SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        if stop.isStopped { _exit(128 + number) }
        stop.stop()
      }
      source.resume()
      return source
    }
  }

  /// Lets go of the signals.
  func ignore() {
    for source in sources { source.cancel() }
  }
}
