internal import Invoicing
internal import XML

/// Fields that are neither plain values nor lists.
extension FieldForm {
  /// A message in the message.
  static func message<Inner: WireMessage>(_ name: StaticString, _ path: any Path<Inner?>) -> Self {
    Self(name.description) { value, name, message throws(BodyFault) in
      guard let members = value.members else {
        throw .outOfRange(element: name, value: value.excerpt, expected: .object)
      }
      do throws(BodyFault) {
        message[keyPath: path] = try Inner.fields.read(members)
      } catch {
        throw error.inside(name)
      }
    } write: { message, writer throws(XMLWriteError) in
      guard let inner = message[keyPath: path] else { return }
      try writer.startObject(name)
      try Inner.fields.write(inner, to: &writer)
      try writer.endObject()
    }
  }

  /// Plain text, or an element with an `id`: written as it was read.
  static func textOrReference(
    _ name: StaticString, _ text: any Path<String?>, _ reference: any Path<Int64?>
  ) -> Self {
    Self(name.description) { value, name, message throws(BodyFault) in
      if case .object = value.content {
        message[keyPath: reference] = try WireReference.read(value, named: name)
      } else {
        message[keyPath: text] = try LeafKind.text.value(of: value, named: name)
      }
    } write: { message, writer throws(XMLWriteError) in
      if let id = message[keyPath: reference] {
        try WireReference.write(id, named: name, to: &writer)
      } else if let text = message[keyPath: text] {
        try writer.leaf(name, .text(text))
      }
    }
  }

  static func period(_ name: StaticString, _ path: any Path<APIPeriod?>) -> Self {
    Self(name.description) { value, name, message throws(BodyFault) in
      if case .object(let members) = value.content {
        let days = try Days.fields.read(members)
        guard let start = days.start, let end = days.end, start <= end else {
          throw .outOfRange(element: name, value: value.excerpt, expected: .period)
        }
        message[keyPath: path] = .days(start, end)
      } else {
        message[keyPath: path] = try LeafKind.text.value(of: value, named: name).map { .text($0) }
      }
    } write: { message, writer throws(XMLWriteError) in
      switch message[keyPath: path] {
      case .text(let text)?: try writer.leaf(name, .text(text))
      case .days(let start, let end)?:
        try writer.startObject(name)
        try writer.leaf("start-date", .text(start.description))
        try writer.leaf("end-date", .text(end.description))
        try writer.endObject()
      case nil: return
      }
    }
  }
}

/// What stands in a period.
private struct Days: WireMessage {
  var start: CalendarDate?
  var end: CalendarDate?

  static let fields = FieldTable<Self>([
    .leaf("start-date", .date, \.start),
    .leaf("end-date", .date, \.end),
  ])
}
