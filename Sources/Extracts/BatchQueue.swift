internal import Dispatch
internal import Synchronization

/// Batches that one thread hands to the next, in their order.
final class BatchQueue: Sendable {
  private let waiting = Mutex<[RowBatch]>([])
  /// Counts the batches, and behind them the end.
  private let arrivals = DispatchSemaphore(value: 0)

  /// Hands a batch over; were it kept too, whoever gets it would have to copy it to change it.
  func put(_ batch: inout RowBatch) {
    waiting.withLock {
      $0.append(batch)
      batch = batch.withoutRoom
    }
    arrivals.signal()
  }

  /// Says that there are no more.
  func end() { arrivals.signal() }

  /// The next batch, once it is there; nil behind the last.
  func next() -> RowBatch? {
    arrivals.wait()
    let batch = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    if batch == nil { arrivals.signal() }
    return batch
  }
}
