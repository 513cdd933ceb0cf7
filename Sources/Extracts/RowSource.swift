internal import Digests
internal import Dispatch
internal import Synchronization

/// The rows of a file, batch by batch, in its order.
///
/// A large file is read, cut and its values parsed on another core, some batches ahead of whoever
/// asks for them; a third thread feeds the digest what was read, on whichever core is free.
final class RowSource: Sendable {
  private struct Handover {
    var empty: [RowBatch] = []
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
  /// Held by the thread that feeds it, until it ends.
  private let digest: Mutex<SHA256Digest>
  private let handover = Mutex(Handover())
  private let undigested = BatchQueue()
  private let full = BatchQueue()
  /// Wakes the reading thread.
  private let hasEmpty = DispatchSemaphore(value: 0)
  private let isAhead: Bool

  /// Below, a file is read before a thread has begun.
  private static let smallSize = 256 * 1024

  /// Batchs in all: that which is parsed, and those before it.
  private static let batchCount = 6

  /// Begins to read; `stop` must follow.
  ///
  /// - Parameter batch: makes an empty one.
  init(
    _ table: consuming sending TableScanner, _ digest: SHA256Digest, fileSize: Int,
    batch: () -> RowBatch
  ) {
    self.table = Mutex(table)
    self.digest = Mutex(digest)
    isAhead = fileSize >= Self.smallSize
    guard isAhead else { return }
    for _ in 1..<Self.batchCount {
      var batch = batch()
      giveBack(&batch)
    }
    // A queue of its own has a thread however many others wait.
    DispatchQueue(label: "RowSource", qos: .userInitiated).async { self.readAhead() }
    DispatchQueue(label: "RowSource digest", qos: .userInitiated).async { self.feedDigest() }
  }

  /// Takes a batch that is done with for the next; false, or what was thrown, when there is none.
  func next(_ batch: inout RowBatch) throws(FileFault) -> Bool {
    guard isAhead else {
      let hasRows = try table.withLock { table throws(FileFault) in try batch.fill(from: &table) }
      digest.withLock { batch.chunk.buffer.update(&$0) }
      return hasRows
    }
    giveBack(&batch)
    if let next = full.next() {
      batch = next
      return true
    }
    if let failure = handover.withLock({ $0.failure }) { throw failure }
    return false
  }

  /// SHA-256 of what was read, and how many data rows there were; to be asked at the end.
  func result() -> (sha256: String, rows: Int) {
    (digest.withLock { $0.hexDigits() }, table.withLock { $0.rowCount })
  }

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
}

extension RowSource {
  private func readAhead() {
    table.withLock { table in
      do throws(FileFault) {
        var hasRows = true
        while hasRows, var batch = takeEmpty() {
          hasRows = try batch.fill(from: &table)
          let isLarge = batch.chunk.buffer.isLarge
          undigested.put(&batch)
          // No two batches hold the longest rows at once.
          if isLarge, hasRows { wait(forEmpty: Self.batchCount) }
        }
      } catch {
        handover.withLock { $0.failure = error }
      }
    }
    undigested.end()
  }

  /// The last batch, which may have bytes, has no rows.
  private func feedDigest() {
    digest.withLock { digest in
      while var batch = undigested.next() {
        batch.chunk.buffer.update(&digest)
        if batch.hasRows { full.put(&batch) }
      }
    }
    full.end()
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
