internal import XML

/// The fields of a message, in the order in which they are written, found by name.
package struct FieldTable<Message: WireMessage>: Sendable {
  private let fields: [FieldForm<Message>]
  private let places: [String: Int]

  init(_ fields: [FieldForm<Message>]) {
    self.fields = fields
    var places: [String: Int] = [:]
    for (place, field) in fields.enumerated() {
      for name in [field.key] + field.aliases { places[name] = place }
    }
    self.places = places
  }

  /// The names, in their order.
  var names: [String] { fields.map(\.key) }

  /// Reads the elements that the message knows and passes over the others.
  ///
  /// Null is the same as left out. An element that stands there twice is refused: which of them
  /// counts could only be guessed.
  func read(_ members: [WireMember]) throws(BodyFault) -> Message {
    var message = Message()
    var seen: Set<Int> = []
    for member in members {
      guard let place = places[member.name] else { continue }
      let (value, field) = (member.value, fields[place])
      guard seen.insert(place).inserted else {
        throw .malformed(line: value.line, column: value.column, .twice(member.name))
      }
      if case .null = value.content { continue }
      try field.read(value, member.name, &message)
    }
    return message
  }

  func write(_ message: Message, to writer: inout WireWriter) throws(XMLWriteError) {
    for field in fields { try field.write(message, &writer) }
  }
}
