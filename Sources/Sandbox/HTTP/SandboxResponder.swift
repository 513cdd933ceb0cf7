internal import EconomyAPI
internal import Hummingbird
internal import NIOCore

/// Takes requests off the wire and puts answers onto it, or holds them back.
struct SandboxResponder: HTTPResponder {
  let gate: SandboxGate

  func respond(to request: WireArrival, context: Connection) async throws -> Response {
    var wire = WireRequest(request)
    wire.body = try await body(of: request)
    let (answer, delivery) = await gate.receive(wire, token: request.field("x-token"))
    switch delivery {
    case .prompt: break
    case .late(let milliseconds):
      if try await !context.hold(for: .milliseconds(milliseconds)) { try await end(context) }
    case .never:
      _ = try await context.hold(for: nil)
      try await end(context)
    case .reset:
      await context.reset()
      throw CancellationError()
    }
    return Response(answer, isHead: request.method == .head)
  }

  /// No answer leaves on a connection that is closed.
  private func end(_ connection: Connection) async throws {
    await connection.close()
    throw CancellationError()
  }

  /// Nil where it is longer than it may be.
  private func body(of request: WireArrival) async throws -> [UInt8]? {
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
}

/// A request as the server has it; the machine's has the same name.
typealias WireArrival = Hummingbird.Request

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
