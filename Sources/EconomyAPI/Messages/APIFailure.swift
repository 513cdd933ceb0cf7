/// What the body of a refusal says: `error/code`, `error/message`.
package struct APIFailure: Hashable, Sendable {
  package var code: String = ""
  package var message: String = ""

  package init() {}

  package init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}

extension APIFailure: WireMessage {
  package static let fields = FieldTable<Self>([
    .leaf("code", .text, \.code),
    .leaf("message", .text, \.message),
  ])
}
