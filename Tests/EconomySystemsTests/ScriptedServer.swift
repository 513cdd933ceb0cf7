internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// A server on a free port of the loopback that answers as it is told, and keeps what it was sent.
final class ScriptedServer: Sendable {
  enum Answer: Sendable {
    case answer(Int, String, headers: [String: String] = [:])
    /// The connection is closed without an answer.
    case hangUp
    /// Nothing comes, and the connection stays.
    case silence
    /// The head and the first bytes of the body, then nothing.
    case halfBody
    /// Something that is no HTTP.
    case nonsense
  }

  private let requests = Mutex<[String]>([])
  private let channel: any Channel

  private init(channel: any Channel, handler: Script) {
    self.channel = channel
    handler.server.withLock { $0 = self }
  }

  /// Serves while the body runs; `script` gets each request, head and body.
  static func with(
    _ script: @escaping @Sendable (String) -> Answer,
    _ body: (ScriptedServer) async throws -> Void
  ) async throws {
    let shared = Script(script)
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 64)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Connection(shared))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let server = ScriptedServer(channel: channel, handler: shared)
    do {
      try await body(server)
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
  }

  var address: String { "http://127.0.0.1:\(channel.localAddress?.port ?? 0)" }

  /// In the order in which they came.
  var received: [String] { requests.withLock { $0 } }

  /// The first lines alone.
  var asked: [String] {
    received.map { String($0.prefix { $0 != "\r\n" }.dropLast(" HTTP/1.1".count)) }
  }

  fileprivate func keep(_ request: String) {
    requests.withLock { $0.append(request) }
  }
}

private final class Script: Sendable {
  let answer: @Sendable (String) -> ScriptedServer.Answer
  let server = Mutex<ScriptedServer?>(nil)

  init(_ answer: @escaping @Sendable (String) -> ScriptedServer.Answer) {
    self.answer = answer
  }
}

private final class Connection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let script: Script
  private var text = ""

  init(_ script: Script) {
    self.script = script
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    text += String(buffer: unwrapInboundIn(data))
    guard let head = text.firstRange(of: "\r\n\r\n") else { return }
    let length = text[..<head.lowerBound].split(separator: "\r\n")
      .first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.split(separator: " ")[1]) }
    guard text[head.upperBound...].utf8.count >= length ?? 0 else { return }
    let request = text
    text = ""
    script.server.withLock { $0 }?.keep(request)
    give(script.answer(request), context)
  }

  private func give(_ answer: ScriptedServer.Answer, _ context: ChannelHandlerContext) {
    switch answer {
    case .hangUp: context.close(promise: nil)
    case .silence: return
    case .nonsense: write("SSH-2.0-OpenSSH\r\n\r\n", context)
    case .halfBody: write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<created>", context)
    case .answer(let status, let body, let headers):
      var all = ["Content-Type": "application/xml", "Content-Length": "\(body.utf8.count)"]
      all.merge(headers) { $1 }
      let lines = all.map { "\($0.key): \($0.value)\r\n" }.sorted().joined()
      write("HTTP/1.1 \(status) X\r\n\(lines)\r\n\(body)", context)
    }
  }

  private func write(_ text: String, _ context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
  }
}
