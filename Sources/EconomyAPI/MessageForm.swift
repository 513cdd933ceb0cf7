internal import XML

/// A message as it stands on the wire: the names of its root and of its list, and its fields.
package struct MessageForm<Message: WireMessage>: Sendable {
  let root: StaticString
  /// The root of a list; nil: there is none of it.
  let plural: StaticString?
  /// Other roots that are accepted.
  let aliases: [String]

  init(_ root: StaticString, listed plural: StaticString? = nil, aliases: [String] = []) {
    self.root = root
    self.plural = plural
    self.aliases = aliases
  }

  /// Reads one message.
  ///
  /// The body may leave its root out in JSON. What is not known is passed over; what the body
  /// leaves out is nil in the message.
  package func decode(
    _ body: [UInt8], as format: WireFormat, within limits: BodyLimits = .request
  ) throws(BodyFault) -> Message {
    let value = try format.read(body, within: limits, roots: roots)
    let inner = rooted(value, in: roots)
    guard let members = inner.members else {
      throw .malformed(
        line: inner.line, column: inner.column, .notAnObject(expected: root.description))
    }
    return try Message.fields.read(members)
  }

  /// Reads a list of messages.
  package func decodeList(
    _ body: [UInt8], as format: WireFormat, within limits: BodyLimits = .answer
  ) throws(BodyFault) -> MessageList<Message> {
    let value = try format.read(body, within: limits, roots: [listRoot.description])
    let inner = rooted(value, in: [listRoot.description])
    guard let items = inner.items(of: root.description) else {
      throw .malformed(
        line: inner.line, column: inner.column, .notAList(expected: listRoot.description))
    }
    var list = MessageList<Message>([], page: inner.page)
    for (index, item) in items.enumerated() {
      let name = "\(root)[\(index + 1)]"
      guard let members = item.members else {
        throw .outOfRange(element: name, value: item.excerpt, expected: .object)
      }
      do throws(BodyFault) {
        list.items.append(try Message.fields.read(members))
      } catch {
        throw error.inside(name)
      }
    }
    return list
  }

  /// The same message gives the same bytes.
  package func encode(_ message: Message, as format: WireFormat) -> [UInt8] {
    Self.written(as: format) { writer throws(XMLWriteError) in
      try writer.startObject(root)
      try Message.fields.write(message, to: &writer)
      try writer.endObject()
    }
  }

  package func encode(_ list: MessageList<Message>, as format: WireFormat) -> [UInt8] {
    Self.written(as: format) { writer throws(XMLWriteError) in
      try writer.startList(listRoot, page: list.page)
      for item in list.items {
        try writer.startObject(root)
        try Message.fields.write(item, to: &writer)
        try writer.endObject()
      }
      try writer.endList()
    }
  }

  private var roots: [String] { [root.description] + aliases }

  private var listRoot: StaticString {
    guard let plural else { preconditionFailure("there is no list of '\(root)'") }
    return plural
  }

  /// What stands under the root, in JSON, where there is one.
  private func rooted(_ value: WireValue, in roots: [String]) -> WireValue {
    guard value.isJSON, case .object(let members) = value.content else { return value }
    let root = members.first { roots.contains($0.name) }
    guard let inner = root?.value, !(inner.isPlainValue) else { return value }
    return inner
  }

  private static func written(
    as format: WireFormat, _ write: (inout WireWriter) throws(XMLWriteError) -> Void
  ) -> [UInt8] {
    do {
      var writer = WireWriter(format)
      try write(&writer)
      return try writer.finish()
    } catch {
      preconditionFailure("memory takes all that is written: \(error)")
    }
  }
}
