/// A user of the books: `user`.
package struct APIUser: Hashable, Sendable {
  package var id: Int64?
  package var foreignID: String?
  package var name: String?
  package var email: String?
  package var active: Bool?

  package init() {}
}

extension APIUser: WireMessage {
  package static let fields = FieldTable<Self>([
    .leaf("id", .identifier, \.id),
    .leaf("foreign-id", .text, \.foreignID),
    .leaf("name", .text, \.name),
    .leaf("email", .text, \.email),
    .leaf("active", .truth, \.active),
  ])
}
