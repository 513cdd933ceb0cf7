import NIOCore
import NIOPosix

/// Bytes over a connection, whatever they are.
enum RawConnection {
  /// Sends them, and gives what comes back until the server closes.
  static func send(_ text: String, port: Int, endsOutput: Bool = false) async throws -> String {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
            wrappingChannelSynchronously: channel,
            configuration: .init(isOutboundHalfClosureEnabled: true))
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      try await outbound.write(ByteBuffer(string: text))
      if endsOutput { outbound.finish() }
      var answer = ""
      do {
        for try await buffer in inbound { answer += String(buffer: buffer) }
      } catch is IOError {
        // A reset, when all was said.
      }
      return answer
    }
  }
}
