import Testing

@Suite struct HostileRequestTests {
  static let head = "PUT /api/v1/company/1/client HTTP/1.1\r\nHost: x\r\nX-Token: s3cret-token\r\n"

  /// What is sent, whether the sender then ends his side, and the status.
  static let broken: [(String, Bool, String)] = [
    ("GARBAGE\r\n\r\n", false, "400"),
    ("GET / HTTP/9.9\r\n\r\n", false, "400"),
    ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}", false, "400"),
    ("GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 200_000))\r\n\r\n", false, "413"),
    (head + "Content-Length: abc\r\n\r\n", false, "400"),
    (head + "Content-Length: 100\r\n\r\n<client>", true, "400"),
    (head + "Transfer-Encoding: chunked\r\n\r\nZZ\r\nabc", false, "400"),
    ("GET /\u{0} HTTP/1.1\r\n\r\n", false, "400"),
  ]

  @Test func `what is no HTTP is told so, and the server goes on`() async throws {
    let sandbox = try SandboxProcess(in: try Folder())
    for (text, endsOutput, status) in Self.broken {
      let answer = try await RawConnection.send(
        text, port: sandbox.port, endsOutput: endsOutput)
      #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(text.prefix(60)): \(answer)")
      #expect(answer.contains("<message>"))
    }
    #expect(try await sandbox.ask("GET", "info").status == 200)
    #expect(sandbox.end().code == 0)
  }

  @Test func `requests behind one another on a connection are answered in turn`() async throws {
    let sandbox = try SandboxProcess(in: try Folder())
    let get = "HTTP/1.1\r\nHost: x\r\nX-Token: s3cret-token\r\n"
    let answer = try await RawConnection.send(
      "GET /api/v1/company/1/info \(get)\r\nGET /api/v1/company/1/user/1 \(get)"
        + "Connection: close\r\n\r\n",
      port: sandbox.port, endsOutput: true)
    let info = try #require(answer.firstRange(of: "<company-information>"))
    let user = try #require(answer.firstRange(of: "<user>"))
    #expect(info.upperBound < user.lowerBound)
  }
}
