internal import Dispatch
internal import Synchronization

/// The rows of a file, batch by batch, in its order.
///
/// A large file is read, cut and its values parsed on another core, some batches ahead of whoever
/// asks for them.
final class RowSource: Sendable {
  private struct Handover {
    var empty: [RowBatch] = []
    /// In the order of the file.
    var full: [RowBatch] = []
    var failure: FileFault?
    var isStopped = false
    /// For how many empty batches the reading thread sleeps; 0: it does not.
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
  /// Counts the full batches, and behind them the end.
  private let hasFull = DispatchSemaphore(value: 0)
  private let isAhead: Bool

  /// Below, a file is read before a thread has begun.
  private static let smallSize = 256 * 1024

  /// Batchs in all: that which is parsed, and those before it.
  private static let batchCount = 6

  /// Begins to read; `stop` must follow.
  ///
  /// - Parameter batch: makes an empty one.
  init(_ table: consuming sending TableScanner, fileSize: Int, batch: () -> RowBatch) {
    self.table = Mutex(table)
    isAhead = fileSize >= Self.smallSize
    guard isAhead else { return }
    for _ in 1..<Self.batchCount {
      var batch = batch()
      giveBack(&batch)
    }
    // A queue of its own has a thread however many others wait.
    DispatchQueue(label: "RowSource", qos: .userInitiated).async { self.readAhead() }
  }

  /// Takes a batch that is done with for the next; false, or what was thrown, when there is none.
  func next(_ batch: inout RowBatch) throws(FileFault) -> Bool {
    guard isAhead else {
      return try table.withLock { table throws(FileFault) in try batch.fill(from: &table) }
    }
    giveBack(&batch)
    hasFull.wait()
    let (next, failure) = handover.withLock {
      ($0.full.isEmpty ? nil : $0.full.removeFirst(), $0.failure)
    }
    if let next {
      batch = next
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

  /// Gives a batch away; were it kept too, whoever gets it would have to copy it to change it.
  private func giveBack(_ batch: inout RowBatch) {
    let mayWake = handover.withLock {
      $0.empty.append(batch)
      batch = batch.withoutRoom
      return $0.mayWake()
    }
    if mayWake { hasEmpty.signal() }
  }

  private func handOver(_ batch: inout RowBatch) {
    handover.withLock {
      $0.full.append(batch)
      batch = batch.withoutRoom
    }
    hasFull.signal()
  }
}

extension RowSource {
  private func readAhead() {
    table.withLock { table in
      do throws(FileFault) {
        while var batch = takeEmpty(), try batch.fill(from: &table) {
          let isLarge = batch.chunk.buffer.isLarge
          handOver(&batch)
          // No two batches hold the longest rows at once.
          if isLarge { wait(forEmpty: Self.batchCount) }
        }
      } catch {
        handover.withLock { $0.failure = error }
      }
    }
    hasFull.signal()
  }

  /// An empty batch; nil when nobody wants it filled.
  private func takeEmpty() -> RowBatch? {
    // To be woken for each batch would cost more than is gained by having the next one early.
    if handover.withLock({ $0.empty.isEmpty }) { wait(forEmpty: Self.batchCount / 2) }
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
