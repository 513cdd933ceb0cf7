internal import NIOCore

/// Notices when a client ends its side of the connection, or the whole of it.
final class Departure: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = Any

  private var promise: EventLoopPromise<Void>?

  /// Done when the client has gone.
  static func future(of channel: any Channel) async throws -> EventLoopFuture<Void> {
    try await channel.eventLoop.submit {
      let handler = try channel.pipeline.syncOperations.handler(type: Departure.self)
      return handler.promise?.futureResult ?? channel.eventLoop.makeSucceededVoidFuture()
    }.get()
  }

  func handlerAdded(context: ChannelHandlerContext) {
    promise = context.eventLoop.makePromise()
  }

  func handlerRemoved(context: ChannelHandlerContext) { depart() }

  func channelInactive(context: ChannelHandlerContext) {
    depart()
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .inputClosed? = event as? ChannelEvent { depart() }
    context.fireUserInboundEventTriggered(event)
  }

  private func depart() {
    promise?.succeed()
    promise = nil
  }
}
