/// The answer to a delete: `deleted`, empty.
package struct APIDeleted: Hashable, Sendable {
  package init() {}
}

extension APIDeleted: WireMessage {
  package static let fields = FieldTable<Self>([])
}
