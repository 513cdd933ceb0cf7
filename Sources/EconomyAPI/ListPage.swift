/// Which part of a whole list this is: the attributes of a list in XML, each where it is known.
package struct ListPage: Hashable, Sendable {
  package var offset: Int?
  package var limit: Int?
  /// Of the whole list.
  package var size: Int?

  package init(offset: Int? = nil, limit: Int? = nil, size: Int? = nil) {
    self.offset = offset
    self.limit = limit
    self.size = size
  }
}
