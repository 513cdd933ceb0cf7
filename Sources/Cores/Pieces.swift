internal import Dispatch
internal import Synchronization

/// Work that is cut into pieces, for as many cores as there are.
///
/// Where the cuts are depends on the work alone, and the results come in its order: how many cores
/// there are changes nothing but the time.
package enum Pieces {
  /// What each piece of a range comes to.
  package static func map<Result: Sendable>(
    _ count: Int, of size: Int, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let pieces = (count + size - 1) / size
    if pieces < 2 { return count > 0 ? [body(0..<count)] : [] }
    let results = Mutex([Result?](repeating: nil, count: pieces))
    DispatchQueue.concurrentPerform(iterations: pieces) { piece in
      let result = body(piece * size..<min((piece + 1) * size, count))
      results.withLock { $0[piece] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  /// Two things that have nothing to do with each other.
  package static func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { piece in
      if piece == 0 {
        let result = first()
        results.withLock { $0.0 = result }
      } else {
        let result = second()
        results.withLock { $0.1 = result }
      }
    }
    guard case (let first?, let second?) = results.withLock({ $0 }) else {
      preconditionFailure("both have been done")
    }
    return (first, second)
  }
}
