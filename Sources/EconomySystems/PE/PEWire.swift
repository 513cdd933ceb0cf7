internal import AsyncHTTPClient
internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Requests over HTTP, each sent once.
struct PEWire: Sendable {
  let client: HTTPClient
  let address: String
  let token: String
  let gate: PESystem.Gate

  /// The answer to a request, whatever its status; throws where there is none.
  ///
  /// The time counts from when the gate has let the request pass, and for the whole answer.
  func answer(
    to request: PERequest, within time: Duration
  ) async throws(SystemFailure) -> PEAnswer {
    await gate()
    let first = await withTaskGroup(of: Result<PEAnswer, SystemFailure>.self) { group in
      group.addTask { await exchange(request) }
      group.addTask {
        // Ended early by the answer, which is no failure.
        try? await Task.sleep(for: time)
        return .failure(.timedOut)
      }
      let first = await group.next()
      group.cancelAll()
      return first
    }
    return try (first ?? .failure(.timedOut)).get()
  }

  /// The same, good answers only.
  func good(_ request: PERequest, within time: Duration) async throws(SystemFailure) -> PEAnswer {
    let answer = try await answer(to: request, within: time)
    if let failure = answer.failure(isCreate: request.idempotencyKey != nil) { throw failure }
    return answer
  }

  /// The same; nil where there is none such (404).
  func found(_ request: PERequest, within time: Duration) async throws(SystemFailure) -> PEAnswer? {
    let answer = try await answer(to: request, within: time)
    if answer.status == 404 { return nil }
    if let failure = answer.failure(isCreate: false) { throw failure }
    return answer
  }

  private func exchange(_ request: PERequest) async -> Result<PEAnswer, SystemFailure> {
    do {
      // The time is kept by whoever races this task, since a deadline ends with the head.
      let response = try await client.execute(wired(request), deadline: .distantFuture)
      let body = try await response.body.collect(upTo: Self.mostBytes)
      let headers = response.headers
      return .success(
        PEAnswer(
          status: Int(response.status.code), contentType: headers.first(name: "Content-Type"),
          retryAfter: RetryAfter.seconds(
            headers.first(name: "Retry-After"), date: headers.first(name: "Date")),
          isReplay: headers.first(name: "Idempotent-Replayed")?.lowercased() == "true",
          body: Array(body.readableBytesView)))
    } catch is NIOTooManyBytesError {
      return .failure(.unreadable("it has more than \(Self.mostBytes) bytes"))
    } catch {
      return .failure(Self.failure(of: error))
    }
  }

  private func wired(_ request: PERequest) -> HTTPClientRequest {
    var wired = HTTPClientRequest(url: request.url(at: address))
    wired.method = HTTPMethod(rawValue: request.verb.rawValue)
    wired.headers.add(name: "X-Token", value: token)
    wired.headers.add(name: "Accept", value: "application/xml")
    if let key = request.idempotencyKey { wired.headers.add(name: "Idempotency-Key", value: key) }
    if let body = request.body {
      wired.headers.add(name: "Content-Type", value: body.contentType)
      wired.body = .bytes(ByteBuffer(bytes: body.bytes))
    }
    return wired
  }

  /// A gigabyte: a whole ledger with its receipts.
  private static let mostBytes = 1 << 30

  /// Only what surely came before the first byte counts as not sent.
  private static func failure(of error: any Error) -> SystemFailure {
    switch error {
    case let error as NIOConnectionError: .notSent(words(of: error))
    case let error as HTTPClientError where beforeSending.contains(error):
      .notSent(error.shortDescription)
    case let error as HTTPClientError: .connectionLost(error.shortDescription)
    case let error as IOError where error.errnoCode == ECONNREFUSED:
      .notSent("the connection was refused")
    default: .connectionLost("\(error)")
    }
  }

  private static let beforeSending: [HTTPClientError] = [
    .invalidURL, .emptyHost, .emptyScheme, .alreadyShutdown, .connectTimeout,
    .tlsHandshakeTimeout, .getConnectionFromPoolTimeout,
  ]

  private static func words(of error: NIOConnectionError) -> String {
    error.connectionErrors.isEmpty
      ? "there is no host '\(error.host)'"
      : "no connection to \(error.host):\(error.port)"
  }
}
