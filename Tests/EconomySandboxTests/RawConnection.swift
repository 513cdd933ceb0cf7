import NIOCore
import NIOPosix

/// Bytes over a connection, whatever they are.
enum RawConnection {
  /// Sends them, and gives what comes back until the server closes.
  ///
  /// All of it happens on the event loop: other tests may keep the tasks' threads for longer than
  /// the server waits for a client that says nothing.
  static func send(_ text: String, port: Int, endsOutput: Bool = false) async throws -> String {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let answer = loop.makePromise(of: String.self)
    _ = ClientBootstrap(group: loop)
      .channelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            Dialogue(text: text, endsOutput: endsOutput, answer: answer))
        }
      }
      .connect(host: "127.0.0.1", port: port)
      .flatMapErrorThrowing { error in
        answer.fail(error)
        throw error
      }
    return try await answer.futureResult.get()
  }
}

/// Says its text once connected, and keeps what it hears until the other side has ended.
private final class Dialogue: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let text: String
  private let endsOutput: Bool
  private let answer: EventLoopPromise<String>
  private var heard = ""

  init(text: String, endsOutput: Bool, answer: EventLoopPromise<String>) {
    self.text = text
    self.endsOutput = endsOutput
    self.answer = answer
  }

  func channelActive(context: ChannelHandlerContext) {
    context.writeAndFlush(NIOAny(ByteBuffer(string: text)), promise: nil)
    if endsOutput { context.close(mode: .output, promise: nil) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    heard += String(buffer: unwrapInboundIn(data))
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .inputClosed? = event as? ChannelEvent { context.close(promise: nil) }
  }

  func channelInactive(context: ChannelHandlerContext) { answer.succeed(heard) }

  /// A reset, when all was said.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
