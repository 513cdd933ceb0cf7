/// A part of a list, as it stood when it was asked for.
package struct SystemPage<Item: Hashable & Sendable>: Hashable, Sendable {
  package var items: [Item]
  /// How many entries the system gave, items left out among them: fewer than asked for, the list
  /// ends here.
  package var count: Int
  /// Of the whole list, where the system says it.
  package var size: Int?

  package init(items: [Item], count: Int, size: Int?) {
    self.items = items
    self.count = count
    self.size = size
  }
}
