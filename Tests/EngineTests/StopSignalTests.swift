import Engine
import Testing

/// A stop reaches all who wait, those too who come late.
@Suite struct StopSignalTests {
  @Test(.timeLimit(.minutes(1))) func `all who wait are told, and who comes late at once`() async {
    let stop = StopSignal()
    #expect(!stop.isStopped)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { await stop.wait() } }
      group.addTask { stop.stop() }
    }
    #expect(stop.isStopped)
    await stop.wait()
  }

  @Test(.timeLimit(.minutes(1))) func `who is cancelled waits no longer`() async {
    let stop = StopSignal()
    let task = Task { await stop.wait() }
    task.cancel()
    await task.value
    #expect(!stop.isStopped)
  }

  @Test func `a seed repeats its random numbers`() {
    let (first, second) = (Chance(seed: 5), Chance(seed: 5))
    let numbers = (0..<10).map { _ in first.next() }
    #expect(numbers == (0..<10).map { _ in second.next() })
    #expect(Set(numbers).count == 10)
  }
}
