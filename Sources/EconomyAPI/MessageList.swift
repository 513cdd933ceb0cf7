/// Messages of one kind, as the answer to a list has them.
package struct MessageList<Message: WireMessage>: Hashable, Sendable {
  package var items: [Message]
  /// Not in JSON, whose lists are bare arrays.
  package var page: ListPage

  package init(_ items: [Message], page: ListPage = ListPage()) {
    self.items = items
    self.page = page
  }
}
