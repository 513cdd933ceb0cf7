/// The part of a list that is asked for.
package struct PageRequest: Hashable, Sendable {
  package var offset: Int
  package var limit: Int

  package init(offset: Int, limit: Int) {
    self.offset = offset
    self.limit = limit
  }
}
