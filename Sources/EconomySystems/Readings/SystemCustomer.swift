/// A customer in the group's books.
package struct SystemCustomer: Hashable, Sendable {
  package var id: String
  package var name: String
  package var isActive: Bool

  package init(id: String, name: String, isActive: Bool) {
    self.id = id
    self.name = name
    self.isActive = isActive
  }
}
