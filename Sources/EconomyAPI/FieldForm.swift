internal import XML

/// How one field of a message is read and written.
package struct FieldForm<Message: Sendable>: Sendable {
  typealias Read = @Sendable (WireValue, String, inout Message) throws(BodyFault) -> Void
  typealias Write = @Sendable (Message, inout WireWriter) throws(XMLWriteError) -> Void
  typealias Path<Value> = WritableKeyPath<Message, Value> & Sendable

  let key: String
  /// Other names under which it is read.
  let aliases: [String]
  /// Gets the value and the name that it stood under.
  let read: Read
  let write: Write

  init(
    _ key: String, aliases: [String] = [], read: @escaping Read, write: @escaping Write
  ) {
    self.key = key
    self.aliases = aliases
    self.read = read
    self.write = write
  }

  /// A plain value.
  static func leaf<Value>(
    _ name: StaticString, _ kind: LeafKind<Value>, _ path: any Path<Value?>, aliases: [String] = []
  ) -> Self {
    Self(name.description, aliases: aliases) { value, name, message throws(BodyFault) in
      message[keyPath: path] = try kind.value(of: value, named: name)
    } write: { message, writer throws(XMLWriteError) in
      guard let value = message[keyPath: path] else { return }
      try writer.leaf(name, kind.leaf(value))
    }
  }

  /// A plain value that is always written.
  static func leaf<Value>(
    _ name: StaticString, _ kind: LeafKind<Value>, _ path: any Path<Value>
  ) -> Self {
    Self(name.description) { value, name, message throws(BodyFault) in
      guard let read = try kind.value(of: value, named: name) else { return }
      message[keyPath: path] = read
    } write: { message, writer throws(XMLWriteError) in
      try writer.leaf(name, kind.leaf(message[keyPath: path]))
    }
  }

  /// Another thing, named by an element with its `id`.
  static func reference(
    _ name: StaticString, _ path: any Path<Int64?>, aliases: [String] = []
  ) -> Self {
    Self(name.description, aliases: aliases) { value, name, message throws(BodyFault) in
      message[keyPath: path] = try WireReference.read(value, named: name)
    } write: { message, writer throws(XMLWriteError) in
      guard let id = message[keyPath: path] else { return }
      try WireReference.write(id, named: name, to: &writer)
    }
  }
}

/// Lists.
extension FieldForm {
  /// Messages, each an element named `item`.
  static func list<Item: WireMessage>(
    _ name: StaticString, of item: StaticString, _ path: any Path<[Item]?>
  ) -> Self {
    list(name, of: item, path) { value, element throws(BodyFault) in
      guard let members = value.members else {
        throw .outOfRange(element: element, value: value.excerpt, expected: .object)
      }
      do throws(BodyFault) { return try Item.fields.read(members) } catch {
        throw error.inside(element)
      }
    } write: { message, writer throws(XMLWriteError) in
      try writer.startObject(item)
      try Item.fields.write(message, to: &writer)
      try writer.endObject()
    }
  }

  /// Other things, each named by an element `item` with its `id`.
  static func references(
    _ name: StaticString, of item: StaticString, _ path: any Path<[Int64]?>
  ) -> Self {
    list(name, of: item, path) { value, element throws(BodyFault) in
      guard let id = try WireReference.read(value, named: element) else {
        throw .outOfRange(element: element, value: value.excerpt, expected: .reference)
      }
      return id
    } write: { id, writer throws(XMLWriteError) in
      try WireReference.write(id, named: item, to: &writer)
    }
  }

  /// Ids, each an element `item`; in JSON numbers.
  static func identifiers(
    _ name: StaticString, of item: StaticString, _ path: any Path<[Int64]?>
  ) -> Self {
    list(name, of: item, path) { value, element throws(BodyFault) in
      guard let id = WireReference.inItem(value, named: item.description) else {
        throw .outOfRange(element: element, value: value.excerpt, expected: .identifier)
      }
      return id
    } write: { id, writer throws(XMLWriteError) in
      try writer.leaf(item, .number(String(id)))
    }
  }

  private static func list<Item>(
    _ name: StaticString, of item: StaticString, _ path: any Path<[Item]?>,
    read: @escaping @Sendable (WireValue, String) throws(BodyFault) -> Item,
    write: @escaping @Sendable (Item, inout WireWriter) throws(XMLWriteError) -> Void
  ) -> Self {
    let key = item.description
    return Self(name.description) { value, name, message throws(BodyFault) in
      guard let values = value.items(of: key) else {
        throw .outOfRange(element: name, value: value.excerpt, expected: .list(of: key))
      }
      var items: [Item] = []
      for (index, value) in values.enumerated() {
        do throws(BodyFault) {
          items.append(try read(value, "\(key)[\(index + 1)]"))
        } catch {
          throw error.inside(name)
        }
      }
      message[keyPath: path] = items
    } write: { message, writer throws(XMLWriteError) in
      guard let items = message[keyPath: path] else { return }
      try writer.startList(name)
      for item in items { try write(item, &writer) }
      try writer.endList()
    }
  }
}
