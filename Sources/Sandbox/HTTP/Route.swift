/// What a path names, and the verbs that it takes.
struct Route: Hashable {
  /// What stands behind the company.
  enum Target: Hashable {
    case list(Resource)
    case one(Resource, Int64)
    /// Only one there is, as `info`.
    case single(Resource)
    /// The administrator's `sandbox/truth`.
    case truth
  }

  let company: Int64
  let target: Target

  /// Where all paths begin.
  static let base = "/api/v1/company/"

  /// The route of a path, or nil: there is nothing there.
  init?(path: String) {
    guard path.hasPrefix(Self.base) else { return nil }
    let parts = path.dropFirst(Self.base.count).split(separator: "/").map(String.init)
    guard let first = parts.first, let company = Self.number(first),
      let target = Self.target(Array(parts.dropFirst()))
    else { return nil }
    self.company = company
    self.target = target
  }

  /// The company of a path under the base, whatever stands behind it.
  static func company(ofPath path: String) -> Int64? {
    guard path.hasPrefix(base) else { return nil }
    return path.dropFirst(base.count).split(separator: "/").first.flatMap { number(String($0)) }
  }

  /// What the target takes, as `Allow` has it.
  var verbs: [Verb] {
    switch target {
    case .truth, .single: [.get]
    case .list(.user): [.get]
    case .list: [.get, .put]
    case .one(.user, _), .one(.expense, _): [.get]
    case .one(.clientInvoice, _): [.get, .post, .delete]
    case .one(let resource, _): resource.isAction ? [.post] : [.get, .post]
    }
  }

  /// The resource of the table; the truth is none.
  var resource: Resource? {
    switch target {
    case .list(let resource), .one(let resource, _), .single(let resource): resource
    case .truth: nil
    }
  }

  private static func target(_ parts: [String]) -> Target? {
    switch parts.count {
    case 1: words(parts[0])
    case 2: pair(parts[0], parts[1])
    case 3:
      Resource(rawValue: "\(parts[0])/\(parts[1])").flatMap { resource in
        number(parts[2]).map { .one(resource, $0) }
      }
    case 4:
      Resource(rawValue: "\(parts[0])/\(parts[1])/{id}/\(parts[3])").flatMap { action in
        number(parts[2]).map { .one(action, $0) }
      }
    default: nil
    }
  }

  private static func words(_ word: String) -> Target? {
    switch Resource(rawValue: word) {
    case .info?: .single(.info)
    case .user?: .list(.user)
    case .supplier?: .list(.supplier)
    case .client?: .list(.client)
    default: nil
    }
  }

  private static func pair(_ first: String, _ second: String) -> Target? {
    if first == "sandbox", second == "truth" { return .truth }
    if let resource = Resource(rawValue: "\(first)/\(second)") { return .list(resource) }
    guard let id = number(second), let resource = Resource(rawValue: first), resource != .info
    else { return nil }
    return .one(resource, id)
  }

  /// A number of digits alone.
  private static func number(_ text: String) -> Int64? {
    text.utf8.allSatisfy { $0 &- 48 < 10 } ? Int64(text) : nil
  }
}
