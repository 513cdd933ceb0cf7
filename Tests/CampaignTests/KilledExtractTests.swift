import Foundation
import Sandbox
import Synchronization
import Testing

/// Reading the books ends with SIGKILL at each request in turn, and another goes on.
@Suite(.serialized) struct KilledExtractTests {
  @Test func `killed at each request, the next reads on and not again, and sees the same`()
    async throws
  {
    let books = try DrawnBooks(invoices: 120, seed: 2)
    let count = RequestCount()
    var settings = LiveSandbox.Settings()
    settings.clock = count.clock
    try await LiveSandbox.serve(books.path, settings) { sandbox in
      _ = try books.configuration(sandbox.address, system: "concurrency = 1")
      #expect(try await EngineProcess.run("extract", "--out", "whole", in: books.folder).code == 0)
      let all = count.seen
      try #require(all > 20)
      let places = stride(from: 1, to: all, by: FaultCampaignTests.seeds == nil ? 11 : 1)
      for place in places {
        try await kill(at: place, books.folder, count)
        count.restart()
        let again = try await EngineProcess.run("extract", "--out", "read", in: books.folder)
        #expect(again.code == 0, "\(again.errors)")
        // Who the parties are is asked anew, and what was on its way.
        #expect(count.seen <= all - place + 12, "of \(all), killed at \(place)")
        for file in ["received.csv", "source.csv", "lines.csv", "attachments.csv"] {
          #expect(try books.folder.text("read/\(file)") == books.folder.text("whole/\(file)"))
        }
      }
    }
  }

  private func kill(
    at place: Int, _ folder: TemporaryFolder, _ count: RequestCount
  ) async throws {
    let pid = Mutex<Int32?>(nil)
    count.restart(at: place) {
      while true {
        if let pid = pid.withLock({ $0 }) {
          Foundation.kill(pid, SIGKILL)
          return
        }
      }
    }
    let engine = try EngineProcess(["extract", "--out", "read"], in: folder)
    pid.withLock { $0 = engine.id }
    #expect(try await engine.end().wasKilled)
  }
}
