package import AsyncHTTPClient
internal import EconomyAPI
internal import NIOCore

/// PE Accounting, over its API.
///
/// `known` parties are remembered for as long as this value and its copies live: a run.
package struct PESystem: Sendable {
  /// Asked before each request of the wire leaves, and awaited: here a rate limit is kept.
  package typealias Gate = @Sendable () async -> Void

  let settings: PESettings
  let wire: PEWire
  let directory: PEDirectory
  let translation: PETranslation

  /// The client stays the caller's to shut down; it must not follow redirects, nor connect again
  /// by itself (`configuration`).
  package init(
    _ settings: PESettings, token: String, client: HTTPClient, gate: @escaping Gate = {}
  ) {
    self.settings = settings
    wire = PEWire(client: client, address: settings.address, token: token, gate: gate)
    directory = PEDirectory(wire)
    translation = PETranslation(fields: settings.fields)
  }

  /// Opens connections for as long as the body runs.
  package static func with<Value: Sendable>(
    _ settings: PESettings, token: String, concurrency: Int, gate: @escaping Gate = {},
    _ body: (PESystem) async throws -> Value
  ) async throws -> Value {
    let client = HTTPClient(
      eventLoopGroupProvider: .singleton,
      configuration: configuration(concurrency: concurrency))
    let value: Value
    do {
      value = try await body(PESystem(settings, token: token, client: client, gate: gate))
    } catch {
      try? await client.shutdown()
      throw error
    }
    try await client.shutdown()
    return value
  }

  /// Nothing is sent twice without being asked for, and no redirect carries the token away.
  package static func configuration(concurrency: Int) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: .seconds(10)))
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(1, concurrency)
    configuration.httpVersion = .http1Only
    return configuration
  }

  /// An id as the wire has it; nil: no id of this system.
  static func number(_ id: String) -> Int64? {
    guard let number = Int64(id), number >= 0, String(number) == id else { return nil }
    return number
  }

  /// Of an id that is to be written to: what is none of this system's is refused.
  static func existing(_ id: String) throws(SystemFailure) -> Int64 {
    guard let number = number(id) else {
      throw .refused(status: 404, code: "not-found", message: "'\(id)' is no id of this system")
    }
    return number
  }
}
