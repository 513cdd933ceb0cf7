internal import Hummingbird
internal import HummingbirdCore
internal import Logging

/// The economy system on a port of this machine alone.
package struct SandboxServer: Sendable {
  private let responder: SandboxResponder

  /// More wait until one is closed, so that the process never runs out of descriptors.
  private static let mostConnections = 500

  /// - Parameter token: what `X-Token` must be.
  package init(_ service: SandboxService, token: String, marksReplays: Bool) {
    responder = SandboxResponder(
      gate: SandboxGate(service: service, token: token, marksReplays: marksReplays))
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter isReady: is told the port, which the system chose where 0 was asked for.
  package func run(port: Int, isReady: @escaping @Sendable (Int) async -> Void) async throws {
    var quiet = Logger(label: "economy-sandbox")
    quiet.logLevel = .critical
    let application = Application(
      responder: responder,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [Departure(), BrokenRequests()], idleTimeout: .seconds(60))),
      configuration: .init(
        address: .hostname("127.0.0.1", port: port), serverName: "economy-sandbox",
        availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
      onServerRunning: { channel in await isReady(channel.localAddress?.port ?? port) },
      logger: quiet)
    try await application.runService(gracefulShutdownSignals: [])
  }
}
