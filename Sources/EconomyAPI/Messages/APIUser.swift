/// A user of the books: `user`.
package struct APIUser: Hashable, Sendable {
  package var id: Int64?
  package var name: String?
  package var email: String?
  package var active: Bool?

  package init() {}
}
