internal import EconomyAPI
internal import Hummingbird
internal import NIOCore

/// Takes requests off the wire and puts answers onto it, or holds them back.
struct SandboxResponder: HTTPResponder {
  let gate: SandboxGate

  /// How long the body of a request may take to come.
  static let slowest = Duration.seconds(30)

  func respond(to request: Request_, context: Connection) async throws -> Response {
    var wire = WireRequest(request)
    wire.body = try await body(of: request)
    let (answer, delivery) = await gate.receive(wire, token: request.field("x-token"))
    switch delivery {
    case .prompt: break
    case .late(let milliseconds):
      try await hold(request, context) { try await Task.sleep(for: .milliseconds(milliseconds)) }
    case .never:
      try await hold(request, context) { try await Task.sleep(for: .seconds(1 << 30)) }
    case .reset:
      await context.reset()
      throw CancellationError()
    }
    return Response(answer, isHead: request.method == .head)
  }

  /// Nil where it is longer than it may be.
  private func body(of request: Request_) async throws -> [UInt8]? {
    let most = BodyLimits.request.bytes
    if let length = request.field("content-length").flatMap(Int.init), length > most {
      return nil
    }
    var bytes: [UInt8] = []
    for try await buffer in request.body {
      guard bytes.count + buffer.readableBytes <= most else { return nil }
      bytes.append(contentsOf: buffer.readableBytesView)
    }
    return bytes
  }

  /// Waits, or until the client goes: then the connection is closed.
  private func hold(
    _ request: Request_, _ connection: Connection,
    _ wait: @escaping @Sendable () async throws -> Void
  ) async throws {
    do {
      try await request.body.consumeWithCancellationOnInboundClose { _ in try await wait() }
    } catch {
      await connection.close()
      throw error
    }
  }
}

/// The server's request; the machine's has the shorter name.
typealias Request_ = Hummingbird.Request

extension Hummingbird.Request {
  /// The field with this name in small letters.
  fileprivate func field(_ name: String) -> String? {
    for field in headers where field.name.canonicalName == name { return field.value }
    return nil
  }
}

extension WireRequest {
  fileprivate init(_ request: Hummingbird.Request) {
    self.init(
      method: request.method.rawValue, path: request.uri.path, query: request.uri.query,
      contentType: request.field("content-type"), accept: request.field("accept"),
      idempotencyKey: request.field("idempotency-key"), body: nil)
  }
}

extension Response {
  fileprivate init(_ answer: WireAnswer, isHead: Bool) {
    var fields = HTTPFields()
    fields[.contentType] = answer.format.contentType
    for (name, value) in answer.headers {
      if let name = HTTPFields.Element.Name(name) { fields[name] = value }
    }
    if isHead { fields[.contentLength] = "\(answer.body.count)" }
    let body = isHead ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
    self.init(status: .init(code: answer.status), headers: fields, body: body)
  }
}
