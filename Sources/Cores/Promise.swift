internal import Dispatch
internal import Synchronization

/// A value that one thread gives and others wait for.
package final class Promise<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let done = DispatchSemaphore(value: 0)

  package init() {}

  /// A promise that is kept on another core meanwhile.
  package static func background(_ compute: @escaping @Sendable () throws -> Value) -> Promise {
    let promise = Promise()
    // A queue of its own has a thread of its own, even where all others wait for this one.
    DispatchQueue(label: "promise").async { promise.keep(Result { try compute() }) }
    return promise
  }

  /// Gives the value, or the failure; only the first counts.
  package func keep(_ value: Result<Value, any Error>) {
    result.withLock { if $0 == nil { $0 = value } }
    done.signal()
  }

  /// The value, once it is there; throws where it failed.
  package func value() throws -> Value {
    done.wait()
    done.signal()
    guard let value = result.withLock({ $0 }) else {
      preconditionFailure("signalled only when there is a result")
    }
    return try value.get()
  }
}
