internal import Dispatch
internal import Synchronization

extension Pieces {
  /// Makes each piece of a range on as many cores as there are, and hands them to `take` in their
  /// order, on the caller's thread.
  ///
  /// A few pieces wait to be taken, and no more are begun until they are: memory is bounded.
  /// Where `take` throws, that is thrown once all that was begun has ended.
  package static func inOrder<Piece: Sendable, Failure: Error>(
    _ count: Int, of size: Int, make: @escaping @Sendable (Range<Int>) -> Piece,
    take: (Piece) throws(Failure) -> Void
  ) throws(Failure) {
    let pieces = (count + size - 1) / size
    if pieces < 2 {
      if count > 0 { try take(make(0..<count)) }
      return
    }
    let line = PieceLine<Piece>(count: pieces)
    let done = DispatchSemaphore(value: 0)
    // A queue of its own has a thread of its own, even where all others wait for this one.
    DispatchQueue(label: "pieces").async {
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        line.work { piece in
          Core.hold { make(piece * size..<min((piece + 1) * size, count)) }
        }
      }
      done.signal()
    }
    defer {
      line.stop()
      done.wait()
    }
    while let piece = line.next() { try take(piece) }
  }

  /// More than there are cores for are begun when the others have ended, and find nothing to do.
  private static var workers: Int { 16 }
}

/// Pieces that are made by many and taken by one, in their order.
private final class PieceLine<Piece: Sendable>: Sendable {
  private struct State {
    var begun = 0
    var taken = 0
    var made: [Int: Piece] = [:]
    var waiting = 0
    var isStopped = false
  }

  private enum Claim {
    case piece(Int)
    case wait
    case end
  }

  /// How many pieces may be begun and not taken.
  private static var most: Int { 8 }

  private let count: Int
  private let state = Mutex(State())
  private let isMade = DispatchSemaphore(value: 0)
  private let isTaken = DispatchSemaphore(value: 0)

  init(count: Int) { self.count = count }

  /// Makes pieces until there are no more to make.
  func work(_ make: (Int) -> Piece) {
    while true {
      switch claim() {
      case .piece(let place):
        let piece = make(place)
        state.withLock { $0.made[place] = piece }
        isMade.signal()
      case .wait: isTaken.wait()
      case .end: return
      }
    }
  }

  /// The next piece; nil behind the last.
  func next() -> Piece? {
    while true {
      let (piece, isEnd) = take()
      if piece != nil || isEnd { return piece }
      isMade.wait()
    }
  }

  /// No more pieces are begun.
  func stop() {
    let waiting = state.withLock { state in
      state.isStopped = true
      return state.waiting
    }
    for _ in 0..<waiting { isTaken.signal() }
  }

  private func claim() -> Claim {
    state.withLock { state in
      if state.isStopped || state.begun == count { return .end }
      if state.begun >= state.taken + Self.most {
        state.waiting += 1
        return .wait
      }
      state.begun += 1
      return .piece(state.begun - 1)
    }
  }

  private func take() -> (piece: Piece?, isEnd: Bool) {
    let (piece, isEnd, woken) = state.withLock { state in
      guard let piece = state.made.removeValue(forKey: state.taken) else {
        return (nil as Piece?, state.taken == count, 0)
      }
      state.taken += 1
      let woken = state.waiting
      state.waiting = 0
      return (piece, false, woken)
    }
    for _ in 0..<woken { isTaken.signal() }
    return (piece, isEnd)
  }
}
