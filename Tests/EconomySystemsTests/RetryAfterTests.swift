internal import EconomySystems
internal import Testing

@Suite struct RetryAfterTests {
  static let headers: [(String, date: String?, Int?)] = [
    ("0", nil, 0), ("7", nil, 7), ("99999999999999999999", nil, 86_400), ("-1", nil, nil),
    ("", nil, nil), ("soon", nil, nil), ("1.5", nil, nil),
    ("Sun, 06 Nov 1994 08:50:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 60),
    ("Sun, 06 Nov 1994 08:49:30 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 0),
    ("Sun, 06 Nov 1994 08:50:37 GMT", nil, nil), ("Sun, 06 Foo 1994 08:50:37 GMT", nil, nil),
  ]

  @Test(arguments: headers)
  func `seconds to wait, of a number or a date`(
    _ text: String, _ date: String?, _ seconds: Int?
  ) async throws {
    let headers = ["Retry-After": text].merging(date.map { ["Date": $0] } ?? [:]) { $1 }
    try await TestSystem.with { _ in
      .answer(429, "", headers: headers)
    } _: { system, _ in
      let thrown = await TestSystem.failure { () throws(SystemFailure) in
        try await system.send("5", within: TestSystem.time)
      }
      #expect(thrown == .rateLimited(retryAfterSeconds: seconds))
    }
  }
}
