/// A part of a list, and how many there are in all.
package struct ListPart<Item: Hashable & Sendable>: Hashable, Sendable {
  package var items: [Item]
  package var page: Page
  package var size: Int

  package init(_ items: [Item], page: Page, size: Int) {
    self.items = items
    self.page = page
    self.size = size
  }
}
