internal import EconomyAPI

/// From a request on the wire to what goes back: token, paths and verbs are checked here, all else
/// by the economy system.
struct SandboxGate: Sendable {
  let service: SandboxService
  let token: String
  let marksReplays: Bool

  /// The answer, and what becomes of it on the way.
  func receive(_ request: WireRequest, token given: String?) async -> (WireAnswer, Delivery) {
    let format = request.answerFormat
    guard request.path.hasPrefix(Route.base) else {
      return (WireAnswer(.noSuchPath(request.path), format), .prompt)
    }
    guard let given, Self.equals(given, token) else {
      return (WireAnswer(.noToken(isThere: given != nil), format), .prompt)
    }
    guard let route = Route(path: request.path) else {
      return (WireAnswer(.noSuchPath(request.path), format), .prompt)
    }
    guard let verb = request.verb, route.verbs.contains(verb) else {
      return (.notAllowed(request.method, route.verbs, format), .prompt)
    }
    guard let resource = route.resource else {
      return (await truth(route.company, request.query, format), .prompt)
    }
    guard let step = await service.receive(request.request(route, verb, resource)) else {
      return (WireAnswer(.serverError, format), .prompt)
    }
    return (WireAnswer(step.answer, format, marksReplays: marksReplays), step.delivery)
  }

  private func truth(_ company: Int64, _ query: String?, _ format: WireFormat) async -> WireAnswer {
    do {
      let page = try Query(query).page()
      guard let truth = try await service.truth(company: company, page) else {
        throw Refusal.foreignCompany(company)
      }
      return WireAnswer(truth, format)
    } catch let refusal as Refusal {
      return WireAnswer(refusal, format)
    } catch {
      return WireAnswer(.serverError, format)
    }
  }

  /// In a time that says nothing of where they differ.
  private static func equals(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count else { return false }
    return zip(a.utf8, b.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension WireAnswer {
  fileprivate static func notAllowed(
    _ method: String, _ verbs: [Verb], _ format: WireFormat
  ) -> Self {
    let allowed = verbs.map(\.rawValue).joined(separator: ", ")
    var answer = WireAnswer(
      Refusal(405, "method-not-allowed", "\(method.prefix(40)) is not possible here: \(allowed)"),
      format)
    answer.headers.append(("Allow", allowed))
    return answer
  }
}

extension Refusal {
  fileprivate static func noSuchPath(_ path: String) -> Self {
    Self(404, "not-found", "there is nothing at '\(path.prefix(200))'")
  }

  fileprivate static func noToken(isThere: Bool) -> Self {
    Self(401, "unauthorized", isThere ? "X-Token: it opens nothing" : "X-Token: it is missing")
  }
}
