import Foundation
import Testing

/// The auditor has no network: neither it nor libxml2 opens a socket.
@Suite struct NetworkTests {
  private static let strace = URL(filePath: "/usr/bin/strace")
  private static let unshare = URL(filePath: "/usr/bin/unshare")

  /// Whether the kernel lets a program be traced here: a container may forbid it.
  private static var canTrace: Bool { succeeds(strace, ["-f", "-e", "trace=network", "true"]) }

  /// Whether a program can be run without any network here.
  private static var canIsolate: Bool { succeeds(unshare, ["-rn", "true"]) }

  private static func succeeds(_ program: URL, _ arguments: [String]) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: program.path), let folder = try? Folder()
    else { return false }
    return (try? MirrorAuditProcess.run(program, arguments, in: folder))?.code == 0
  }

  /// The story, and one of its documents made hostile: it asks for a DTD and an entity from the
  /// network.
  private func hostileExtract(in folder: Folder) throws {
    try FileManager.default.copyItem(atPath: fixture, toPath: folder.path("extract"))
    let name = try #require(try folder.names("extract/documents").first)
    let document = try folder.text("extract/documents/\(name)")
    let declaration = try #require(document.range(of: "?>")).upperBound
    let hostile =
      document[..<declaration] + """
        <!DOCTYPE Invoice SYSTEM "http://127.0.0.1:9/invoice.dtd" [
          <!ENTITY % more SYSTEM "http://127.0.0.1:9/more.dtd"> %more;
          <!ENTITY text SYSTEM "http://127.0.0.1:9/text">
        ]>
        """ + document[declaration...]
    try folder.write(String(hostile), to: "extract/documents/\(name)")
    let received = try folder.text("extract/received.csv")
    try #require(received.contains("documents/"))
    let firstLink = try #require(received.firstMatch(of: /documents\/[^,\n]*/))
    let pointed = received.replacing(
      firstLink.output, with: "http://127.0.0.1:9/invoice.xml", maxReplacements: 1)
    try folder.write(pointed, to: "extract/received.csv")
  }

  private static let run = [
    "run", "--extract", "extract", "--out", "out", "--quarantine", "--plan", "--idempotency",
    "forever",
  ]

  @Test(.enabled(if: canTrace, "strace is not installed, or may not trace here"))
  func `no system call of the network is made, whatever the extract asks for`() throws {
    let folder = try Folder()
    try hostileExtract(in: folder)
    for command in [Self.run, ["plan", "--show", "--out", "out"], ["verify", "--workspace", "."]] {
      let traced = ["-f", "-e", "trace=network", "-o", "calls.txt"]
      let program = MirrorAuditProcess.executable.path
      let result = try MirrorAuditProcess.run(
        Self.strace, traced + [program] + command, in: folder)
      try #require(result.code != 127, "\(result.errors)")
      let calls = try folder.text("calls.txt").split(separator: "\n").filter {
        !$0.contains("+++ exited") && !$0.contains("--- SIG")
      }
      #expect(calls == [], "\(command)")
    }
    let rejected = try folder.text("out/rejected.csv")
    #expect(rejected.contains("http://127.0.0.1:9/invoice.xml"))
  }

  @Test(.enabled(if: canIsolate, "unshare is not installed, or may not make a network here"))
  func `it works where there is no network at all`() throws {
    let folder = try Folder()
    let program = MirrorAuditProcess.executable.path
    let result = try MirrorAuditProcess.run(
      Self.unshare, ["-rn", program, "run", "--extract", fixture, "--out", "out", "--plan"],
      in: folder)
    #expect(result.code == 2, "\(result.errors)")
  }
}
