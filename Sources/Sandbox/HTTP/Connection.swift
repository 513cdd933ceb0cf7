internal import Foundation
internal import Hummingbird
internal import NIOCore

/// The connection that a request came on.
struct Connection: InitializableFromSource {
  private let channel: any Channel

  init(source: ApplicationRequestContextSource) { channel = source.channel }

  /// Holds the answer back, for ever where no time is given; false: the client has gone, or the
  /// server ends.
  func hold(for time: Duration?) async throws -> Bool {
    let departure = try await Departure.future(of: channel)
    let (departed, continuation) = AsyncStream<Void>.makeStream()
    departure.whenComplete { _ in continuation.finish() }
    return await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        for await _ in departed {}
        return false
      }
      if let time {
        group.addTask { (try? await Task.sleep(for: time)) != nil }
      }
      let isTimeOver = await group.next() ?? false
      group.cancelAll()
      return isTimeOver
    }
  }

  func close() async { try? await channel.close() }

  /// Cuts it, so that the client sees a reset and not an end.
  func reset() async {
    let options = channel as? any SocketOptionProvider
    try? await options?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    await close()
  }
}
