internal import EconomyAPI
internal import NIOCore

/// Answers what is no HTTP with 400 and a reason, and ends the connection.
final class BrokenRequests: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = Any

  private let wire = RawAnswers()
  private var isBroken = false

  /// What is left unread must not make the system throw the answer away.
  private static let farewell = TimeAmount.seconds(1)

  func handlerAdded(context: ChannelHandlerContext) {
    try? context.pipeline.syncOperations.addHandler(wire, position: .first)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if error is IOError || error is ChannelError {
      context.fireErrorCaught(error)
      return
    }
    guard !isBroken else { return }
    isBroken = true
    let channel = context.channel
    wire.send(Self.answer("\(error)"))
    context.eventLoop.scheduleTask(in: Self.farewell) { channel.close(promise: nil) }
  }

  private static func answer(_ reason: String) -> [UInt8] {
    let isLarge = reason.contains("overflow")
    let refusal =
      isLarge
      ? Refusal(413, "too-large", "the header is too large")
      : Refusal(400, "malformed", "this is no request of HTTP: \(reason)")
    let body = WireAnswer(refusal, .xml).body
    let head = """
      HTTP/1.1 \(refusal.status) \(isLarge ? "Content Too Large" : "Bad Request")\r
      Content-Type: application/xml\r
      Content-Length: \(body.count)\r
      Connection: close\r
      \r

      """
    return Array(head.utf8) + body
  }
}

/// Writes bytes past the encoder of HTTP.
private final class RawAnswers: ChannelOutboundHandler, RemovableChannelHandler {
  typealias OutboundIn = Never
  typealias OutboundOut = ByteBuffer

  private var context: ChannelHandlerContext?

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func send(_ bytes: [UInt8]) {
    guard let context else { return }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    context.close(mode: .output, promise: nil)
  }
}
