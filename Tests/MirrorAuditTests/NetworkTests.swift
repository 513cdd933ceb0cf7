import Foundation
import Testing

/// The auditor has no network: neither it nor libxml2 opens a socket.
@Suite struct NetworkTests {
  private static let strace = URL(filePath: "/usr/bin/strace")

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: strace.path), "there is no strace"))
  func `no system call of the network is made`() throws {
    let folder = try Folder()
    let result = try MirrorAuditProcess.run(
      Self.strace,
      [
        "-f", "-e", "trace=network", "-o", "calls.txt", MirrorAuditProcess.executable.path, "run",
        "--extract", fixture, "--out", "out",
      ], in: folder)
    try #require(result.code == 2, "\(result.errors)")
    let calls = try folder.text("calls.txt").split(separator: "\n").filter {
      !$0.contains("+++ exited") && !$0.contains("--- SIG")
    }
    #expect(calls == [])
  }
}
