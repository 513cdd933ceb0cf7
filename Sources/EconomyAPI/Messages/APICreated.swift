/// The answer to a create: `created/id`.
package struct APICreated: Hashable, Sendable {
  package var id: Int64?

  package init() {}

  package init(id: Int64) { self.id = id }
}

extension APICreated: WireMessage {
  package static let fields = FieldTable<Self>([.leaf("id", .identifier, \.id)])
}
