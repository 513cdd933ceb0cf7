internal import Dispatch
internal import Foundation

/// The machine's cores, as far as work that can wait leaves them to work that others wait for.
///
/// More threads than cores share them alike; then what all wait for in the end would be done last.
package enum Core {
  private static let free = {
    let free = DispatchSemaphore(value: 0)
    // Not its first value: a semaphore that has less than that when it is let go traps.
    for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { free.signal() }
    return free
  }()

  /// Does something on one of the cores, once one is free.
  ///
  /// What is done must not wait for anybody who may be waiting here.
  package static func hold<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    free.wait()
    defer { free.signal() }
    return try body()
  }
}
