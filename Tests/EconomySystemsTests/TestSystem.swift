internal import EconomySystems

/// A connector to a scripted server.
enum TestSystem {
  static let time = Duration.seconds(30)

  static func settings(at address: String) -> PESettings {
    PESettings(
      address: address, group: 1, suppliers: ["Konsult Nord AB": 2],
      groupName: "Consulting Group")
  }

  /// Serves the script, and hands over a connector to it.
  static func with(
    _ script: @escaping @Sendable (String) -> ScriptedServer.Answer,
    _ body: (PESystem, ScriptedServer) async throws -> Void
  ) async throws {
    try await ScriptedServer.with(script) { server in
      try await PESystem.with(settings(at: server.address), token: "s3cret", concurrency: 4) {
        try await body($0, server)
      }
    }
  }

  /// What a call throws; nil: nothing.
  static func failure<Value>(
    of call: () async throws(SystemFailure) -> Value
  ) async -> SystemFailure? {
    do throws(SystemFailure) {
      _ = try await call()
      return nil
    } catch {
      return error
    }
  }
}
