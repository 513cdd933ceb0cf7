internal import Dispatch
internal import Synchronization

/// A value that is computed on another core meanwhile.
final class Background<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let done = DispatchSemaphore(value: 0)

  init(_ compute: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let value = Result { try compute() }
      result.withLock { $0 = value }
      done.signal()
    }
  }

  /// The value, once it is there; throws what its computation threw.
  func value() throws -> Value {
    done.wait()
    done.signal()
    guard let value = result.withLock({ $0 }) else {
      preconditionFailure("signalled only when there is a result")
    }
    return try value.get()
  }
}
