internal import AsyncHTTPClient
internal import EconomyAPI
internal import NIOCore
internal import NIOHTTP1

/// The story's own client of the economy system: XML over HTTP, as the story's engine spoke it.
struct StoryWire: Sendable {
  let address: String
  let token: String
  let client: HTTPClient

  /// The bytes of an answer that was a success.
  ///
  /// - Throws: `StoryRefusal` where it was none.
  func send(
    _ verb: Verb, company: Int64, _ path: String, body: [UInt8]? = nil, key: String? = nil
  ) async throws -> [UInt8] {
    var request = HTTPClientRequest(url: "\(address)/api/v1/company/\(company)/\(path)")
    request.method = HTTPMethod(rawValue: verb.rawValue)
    request.headers.add(name: "X-Token", value: token)
    request.headers.add(name: "Accept", value: WireFormat.xml.contentType)
    if let key { request.headers.add(name: "Idempotency-Key", value: key) }
    if let body {
      request.headers.add(name: "Content-Type", value: WireFormat.xml.contentType)
      request.body = .bytes(ByteBuffer(bytes: body))
    }
    let response = try await client.execute(request, timeout: Self.patience)
    let answer = try await response.body.collect(upTo: Self.largestAnswer)
    let bytes = Array(answer.readableBytesView)
    guard response.status.code == 200 else {
      throw StoryRefusal(
        request: "\(verb.rawValue) company/\(company)/\(path)",
        status: Int(response.status.code), body: String(decoding: bytes, as: UTF8.self))
    }
    return bytes
  }

  /// A slow machine must not make a timeout of what is none in the story: those that are, the
  /// story gives up by itself.
  private static let patience = TimeAmount.seconds(60)
  private static let largestAnswer = 1 << 28
}
