internal import Hummingbird
internal import NIOCore

/// The connection that a request came on.
struct Connection: InitializableFromSource {
  let channel: any Channel

  init(source: ApplicationRequestContextSource) { channel = source.channel }

  /// Cuts it, so that the client sees a reset where the system can make one.
  func reset() async {
    let lingersNot = ChannelOptions.socketOption(.so_linger)
    _ = lingersNot
    try? await channel.close()
  }

  func close() async { try? await channel.close() }
}
