internal import AsyncHTTPClient
internal import EconomySystems

/// A connector that nothing is asked of.
enum IdleSystem {
  static var system: PESystem {
    PESystem(TestSystem.settings(at: "http://127.0.0.1:1"), token: "", client: .shared)
  }
}
