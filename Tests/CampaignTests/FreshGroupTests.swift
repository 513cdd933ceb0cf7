import Engine
import Foundation
import Invoicing
import Sandbox
import Testing

/// A group whose invoices were all mirrored today, as the auditor sees it.
@Suite struct FreshGroupTests {
  @Test func `the audit finds nothing but mileage that nobody billed`() async throws {
    let books = try DrawnBooks(invoices: 60, seed: 3)
    try await LiveSandbox.serve(books.path, LiveSandbox.Settings()) { sandbox in
      let configuration = try books.configuration(sandbox.address)
      let token = try DrawnBooks.engineToken()
      let summary = try await DailyRun(
        configuration, token: token, context: EngineContext()
      ).run()
      #expect(summary.exitCode == 0)
      _ = try await Extraction(
        configuration, token: token, context: EngineContext()
      ).run(to: books.folder.file("extract"))
    }
    #expect(try BooksVerdict(books).wrong() == [])
    let audit = try await EngineProcess(
      ["run", "--extract", "extract", "--out", "report"], in: books.folder,
      program: "mirror-audit"
    ).end()
    #expect(audit.code == 2, "\(audit.output) \(audit.errors)")
    let found = try rows("report/findings.csv", books.folder)
    let lines = try rows("extract/lines.csv", books.folder)
    let byCar = Set(
      lines.filter { $0.contains("mileage") && $0.contains("received") }.map { $0[1] })
    #expect(!byCar.isEmpty)
    #expect(found.filter { !$0.contains("unbilled-expense") } == [])
    #expect(found.count == byCar.count)
  }

  private func rows(_ file: String, _ folder: TemporaryFolder) throws -> [[String]] {
    try folder.text(file).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
