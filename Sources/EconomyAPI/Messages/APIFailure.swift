/// What the body of a refusal says: `error/code`, `error/message`.
package struct APIFailure: Hashable, Sendable {
  package var code: String = ""
  package var message: String = ""

  package init() {}
}
