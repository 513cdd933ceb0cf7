import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Speaks with a sandbox, as any client does.
struct SandboxClient: Sendable {
  struct Reply: Equatable {
    var status: UInt
    var body: String
    var headers: [String: String]
  }

  static let token = "s3cret-token"

  let address: String

  /// A request with the token, to a path under company 1.
  func ask(
    _ method: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:],
    token: String? = SandboxClient.token, milliseconds: Int64 = 30_000
  ) async throws -> Reply {
    let base = path.hasPrefix("/") ? address : "\(address)/api/v1/company/1/"
    var request = HTTPClientRequest(url: base + path)
    request.method = HTTPMethod(rawValue: method)
    if let token { request.headers.add(name: "X-Token", value: token) }
    for (name, value) in headers { request.headers.add(name: name, value: value) }
    if let body { request.body = .bytes(ByteBuffer(string: body)) }
    let response = try await HTTPClient.shared.execute(
      request, timeout: .milliseconds(milliseconds))
    let bytes = try await response.body.collect(upTo: 64 << 20)
    return Reply(
      status: response.status.code, body: String(buffer: bytes),
      headers: Dictionary(
        response.headers.map { ($0.name.lowercased(), $0.value) },
        uniquingKeysWith: { first, _ in first }))
  }
}
