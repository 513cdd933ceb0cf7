internal import Dispatch
internal import Synchronization

/// The rows of a file, chunk by chunk, in its order.
///
/// A large file is read and cut on another core, some chunks ahead of whoever asks.
final class RowSource: Sendable {
  private struct Handover {
    var empty: [RowChunk] = []
    /// In the order of the file.
    var full: [RowChunk] = []
    var failure: FileFault?
    var isStopped = false
    /// For how many empty chunks the reading thread sleeps; 0: it does not.
    var awaited = 0

    /// Whether the reading thread is to be woken; says so once.
    mutating func mayWake() -> Bool {
      guard awaited > 0, isStopped || empty.count >= awaited else { return false }
      awaited = 0
      return true
    }
  }

  /// Held by the thread that reads, until it ends.
  private let table: Mutex<TableScanner>
  private let handover = Mutex(Handover())
  /// Wakes the reading thread.
  private let hasEmpty = DispatchSemaphore(value: 0)
  /// Counts the full chunks, and behind them the end.
  private let hasFull = DispatchSemaphore(value: 0)
  private let isAhead: Bool

  /// Below, a file is read before a thread has begun.
  private static let smallSize = 256 * 1024

  /// Chunks in all: that which is parsed, and those before it.
  private static let chunkCount = 6

  /// Begins to read; `stop` must follow.
  ///
  /// - Parameter chunk: makes an empty one.
  init(_ table: consuming sending TableScanner, fileSize: Int, chunk: () -> RowChunk) {
    self.table = Mutex(table)
    isAhead = fileSize >= Self.smallSize
    guard isAhead else { return }
    for _ in 1..<Self.chunkCount {
      var chunk = chunk()
      giveBack(&chunk)
    }
    // A queue of its own has a thread however many others wait.
    DispatchQueue(label: "RowSource", qos: .userInitiated).async { self.readAhead() }
  }

  /// Takes a chunk that is done with for the next; false, or what was thrown, when there is none.
  func next(_ chunk: inout RowChunk) throws(FileFault) -> Bool {
    guard isAhead else {
      return try table.withLock { table throws(FileFault) in try table.next(&chunk) }
    }
    giveBack(&chunk)
    hasFull.wait()
    let (next, failure) = handover.withLock {
      ($0.full.isEmpty ? nil : $0.full.removeFirst(), $0.failure)
    }
    if let next {
      chunk = next
      return true
    }
    hasFull.signal()
    if let failure { throw failure }
    return false
  }

  /// SHA-256 of what was read, and how many data rows there were; to be asked at the end.
  func result() -> (sha256: String, rows: Int) { table.withLock { $0.result } }

  /// Ends reading, wherever it is.
  func stop() {
    let mayWake = handover.withLock {
      $0.isStopped = true
      return $0.mayWake()
    }
    if mayWake { hasEmpty.signal() }
  }

  /// Gives a chunk away; were it kept too, whoever gets it would have to copy it to change it.
  private func giveBack(_ chunk: inout RowChunk) {
    let mayWake = handover.withLock {
      $0.empty.append(chunk)
      chunk = RowChunk()
      return $0.mayWake()
    }
    if mayWake { hasEmpty.signal() }
  }

  private func handOver(_ chunk: inout RowChunk) {
    handover.withLock {
      $0.full.append(chunk)
      chunk = RowChunk()
    }
    hasFull.signal()
  }
}

extension RowSource {
  private func readAhead() {
    table.withLock { table in
      do throws(FileFault) {
        while var chunk = takeEmpty(), try table.next(&chunk) {
          let isLarge = chunk.buffer.isLarge
          handOver(&chunk)
          // No two chunks hold the longest rows at once.
          if isLarge { wait(forEmpty: Self.chunkCount) }
        }
      } catch {
        handover.withLock { $0.failure = error }
      }
    }
    hasFull.signal()
  }

  /// An empty chunk; nil when nobody wants it filled.
  private func takeEmpty() -> RowChunk? {
    // To be woken for each chunk would cost more than is gained by having the next one early.
    if handover.withLock({ $0.empty.isEmpty }) { wait(forEmpty: Self.chunkCount / 2) }
    return handover.withLock { $0.isStopped ? nil : $0.empty.popLast() }
  }

  private func wait(forEmpty count: Int) {
    let mayWake = handover.withLock {
      $0.awaited = count
      return $0.mayWake()
    }
    if !mayWake { hasEmpty.wait() }
  }
}
