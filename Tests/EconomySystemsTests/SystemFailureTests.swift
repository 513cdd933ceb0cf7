internal import EconomySystems
internal import Testing

@Suite struct SystemFailureTests {
  static let answers: [(ScriptedServer.Answer, SystemFailure)] = [
    (.hangUp, .connectionLost("Remote connection closed")),
    (.answer(429, "", headers: ["Retry-After": "7"]), .rateLimited(retryAfterSeconds: 7)),
    (.answer(429, ""), .rateLimited(retryAfterSeconds: nil)),
    (.answer(500, "<html>"), .unavailable(status: 500, retryAfterSeconds: nil)),
    (
      .answer(503, "", headers: ["Retry-After": "120"]),
      .unavailable(status: 503, retryAfterSeconds: 120)
    ),
    (
      .answer(501, "<error><code>no</code><message>not here</message></error>"),
      .refused(status: 501, code: "no", message: "not here")
    ),
    (.answer(401, ""), .refused(status: 401, code: "", message: "")),
    (
      .answer(
        400, #"{"error":{"code":"malformed","message":"line 1"}}"#,
        headers: ["Content-Type": "application/json"]),
      .refused(status: 400, code: "malformed", message: "line 1")
    ),
    (.answer(409, "<error><code>x</code><message/></error>"), .keyInUse),
    (
      .answer(422, "<error><code>idempotency-key-reused</code><message/></error>"),
      .keyBoundToAnotherBody
    ),
    (
      .answer(422, "<error><code>out-of-range</code><message>vat</message></error>"),
      .refused(status: 422, code: "out-of-range", message: "vat")
    ),
    (
      .answer(410, "<error><message>client-invoice 12, which …</message></error>"),
      .keyOfTheGone(id: "12")
    ),
    (.answer(410, ""), .keyOfTheGone(id: nil)),
    (.answer(302, "", headers: ["Location": "/elsewhere"]), .unreadable("status 302")),
    (.answer(200, "<created/>"), .unreadable("'created' has no id")),
    (
      .answer(200, "<created>"),
      .unreadable(
        """
        line 1, column 10: not well-formed: it ends before its root element does
        """)
    ),
    (
      .answer(200, "{}", headers: ["Content-Type": "text/html"]),
      .unreadable("its Content-Type is 'text/html'")
    ),
  ]

  @Test(arguments: answers)
  func `a failure says what became of the request, which is sent once`(
    _ answer: ScriptedServer.Answer, _ failure: SystemFailure
  ) async throws {
    try await TestSystem.with { _ in
      answer
    } _: { system, server in
      let body = SystemBody(bytes: Array("<client-invoice/>".utf8), contentType: "text/xml")
      let thrown = await TestSystem.failure { () throws(SystemFailure) in
        try await system.create(body, key: "k", within: TestSystem.time)
      }
      #expect(thrown == failure)
      #expect(thrown?.description.contains("s3cret") == false)
      #expect(server.asked == ["PUT /api/v1/company/1/client/invoice"])
    }
  }

  @Test(arguments: [ScriptedServer.Answer.silence, .halfBody])
  func `an answer that does not come in time may have been done`(
    _ answer: ScriptedServer.Answer
  ) async throws {
    try await TestSystem.with { _ in
      answer
    } _: { system, server in
      let thrown = await TestSystem.failure { () throws(SystemFailure) in
        try await system.certify("5", within: .milliseconds(200))
      }
      #expect(thrown == .timedOut)
      #expect(thrown?.mayHaveHappened == true)
      #expect(server.asked == ["POST /api/v1/company/1/client/invoice/5/certify"])
    }
  }

  @Test func `what is no HTTP may have been done`() async throws {
    try await TestSystem.with { _ in
      .nonsense
    } _: { system, _ in
      let thrown = await TestSystem.failure { () throws(SystemFailure) in
        try await system.delete("5", within: TestSystem.time)
      }
      guard case .connectionLost = thrown else {
        Issue.record("it says \(thrown.map { "\($0)" } ?? "nothing")")
        return
      }
    }
  }

  @Test(arguments: [
    ("127.0.0.1", "the connection was refused"), ("localhost", "no connection to localhost:"),
  ])
  func `without a connection nothing was sent`(_ host: String, _ words: String) async throws {
    var address = ""
    try await ScriptedServer.with { _ in
      .silence
    } _: {
      address = $0.address
    }
    let settings = TestSystem.settings(
      at: address.replacing("127.0.0.1", with: host))
    try await PESystem.with(settings, token: "s3cret", concurrency: 1) { system in
      let thrown = await TestSystem.failure { () throws(SystemFailure) in
        try await system.send("5", within: TestSystem.time)
      }
      guard case .notSent(let why) = thrown else {
        Issue.record("it says \(thrown.map { "\($0)" } ?? "nothing")")
        return
      }
      #expect(why.hasPrefix(words))
      #expect(thrown?.mayHaveHappened == false)
    }
  }

  @Test(arguments: ["", "R-17", "-1", "007", "99999999999999999999"])
  func `an id that is none of the system's is nobody's`(_ id: String) async throws {
    try await TestSystem.with { _ in
      .hangUp
    } _: { system, server in
      let sent = try await system.sent(id, within: TestSystem.time)
      let received = try await system.received(id, within: TestSystem.time)
      #expect(sent == nil)
      #expect(received == nil)
      let thrown = await TestSystem.failure { () throws(SystemFailure) in
        try await system.send(id, within: TestSystem.time)
      }
      #expect(
        thrown
          == .refused(
            status: 404, code: "not-found", message: "'\(id)' is no id of this system"))
      #expect(server.asked == [])
    }
  }
}
