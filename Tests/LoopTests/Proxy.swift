import NIOCore
import NIOPosix
import Synchronization

/// Stands between an engine and the sandbox, counts requests, and does something at one of them.
///
/// It holds for engines that wait for an answer before they ask again.
final class Proxy: Sendable {
  enum Place: Sendable, CaseIterable {
    /// The request never arrives.
    case before
    /// It is carried out, and the answer never arrives.
    case after
  }

  private struct State {
    var count = 0
    var strike: @Sendable () -> Void = {}
  }

  private let state = Mutex(State())
  private let number: Int
  private let place: Place
  private let upstream: Int

  /// - Parameter number: of the request that is struck, counted from 1.
  private init(number: Int, place: Place, upstream: Int) {
    (self.number, self.place, self.upstream) = (number, place, upstream)
  }

  /// Serves while the body runs; the body gets the address.
  static func with<Value>(
    upstream address: String, strikingAt number: Int, _ place: Place,
    _ body: (Proxy, String) async throws -> Value
  ) async throws -> Value {
    let port = address.split(separator: ":").last.flatMap { Int($0) } ?? 0
    let proxy = Proxy(number: number, place: place, upstream: port)
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelOption(.autoRead, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Inlet(proxy))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let value: Value
    do {
      value = try await body(proxy, "http://127.0.0.1:\(channel.localAddress?.port ?? 0)")
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
    return value
  }

  /// How many requests came.
  var count: Int { state.withLock { $0.count } }

  /// What is done at the struck request; given before the first comes.
  func onStrike(_ strike: @escaping @Sendable () -> Void) {
    state.withLock { $0.strike = strike }
  }

  /// Whether this request, or its answer, is the one that is struck.
  private func strikes(_ request: Int, _ place: Place) -> Bool {
    guard request == number, place == self.place else { return false }
    state.withLock { $0.strike }()
    return true
  }

  /// The engine's side of a connection.
  private final class Inlet: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let proxy: Proxy
    private var outlet: EventLoopFuture<any Channel>?
    private var isBetween = true
    private var request = 0

    init(_ proxy: Proxy) { self.proxy = proxy }

    func channelActive(context: ChannelHandlerContext) {
      let inlet = NIOLoopBound(self, eventLoop: context.eventLoop)
      let engine = NIOLoopBound(context, eventLoop: context.eventLoop)
      outlet = ClientBootstrap(group: context.eventLoop)
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(
              Outlet(inlet: inlet.value, engine: engine.value))
          }
        }
        .connect(host: "127.0.0.1", port: proxy.upstream)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let bytes = unwrapInboundIn(data)
      if isBetween {
        isBetween = false
        request = proxy.state.withLock { state in
          state.count += 1
          return state.count
        }
        if proxy.strikes(request, .before) { return context.close(promise: nil) }
      }
      outlet?.whenSuccess { $0.writeAndFlush(bytes, promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
      outlet?.whenSuccess { $0.close(promise: nil) }
    }

    /// Whether the answer goes on.
    func answered() -> Bool {
      if isBetween { return true }
      isBetween = true
      return !proxy.strikes(request, .after)
    }
  }

  /// The sandbox's side.
  private final class Outlet: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let inlet: Inlet
    private let engine: ChannelHandlerContext

    init(inlet: Inlet, engine: ChannelHandlerContext) {
      (self.inlet, self.engine) = (inlet, engine)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      if inlet.answered() {
        engine.channel.writeAndFlush(unwrapInboundIn(data), promise: nil)
      } else {
        context.close(promise: nil)
        engine.close(promise: nil)
      }
    }

    func channelInactive(context: ChannelHandlerContext) { engine.close(promise: nil) }
  }
}
