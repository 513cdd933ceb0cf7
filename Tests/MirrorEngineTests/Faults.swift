/// Files of faults for the sandbox.
enum Faults {
  private static let endpoints = [
    "PUT client/invoice", "GET client/invoice", "GET supplier/invoice", "POST supplier/invoice",
  ]
  private static let kinds = [
    "lost-answer", "lost-request", "slow", "error-before", "error-after", "rate-limit", "reset",
  ]

  /// Every kind of fault, so that about this share of all requests is struck.
  static func all(_ share: Double) -> String {
    let each = share / Double(kinds.count)
    let everywhere = endpoints.flatMap { endpoint in
      kinds.map { kind in
        let more =
          kind == "slow" ? "milliseconds = 100\n" : kind == "rate-limit" ? "seconds = 1\n" : ""
        return fault(endpoint, kind, "probability = \(each)\n\(more)")
      }
    }
    let lists =
      fault("PUT client/invoice", "stale-list", "probability = \(each)\nseconds = 1\n")
      + fault("GET supplier/invoice", "shifting-page", "probability = \(each)\n")
    return everywhere.joined() + lists
  }

  /// Every request to these takes so long.
  static func slow(_ endpoints: [String], milliseconds: Int) -> String {
    endpoints.map { fault($0, "slow", "probability = 1.0\nmilliseconds = \(milliseconds)\n") }
      .joined()
  }

  static func fault(_ endpoint: String, _ kind: String, _ more: String) -> String {
    "[[fault]]\non = \"\(endpoint)\"\nkind = \"\(kind)\"\n\(more)"
  }
}
