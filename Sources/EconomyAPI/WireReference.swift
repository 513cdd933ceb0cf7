internal import XML

/// An element with nothing in it but the `id` of something else.
enum WireReference {
  /// Nil where no `id` stands in it; JSON may also give the bare number.
  static func read(_ value: WireValue, named name: String) throws(BodyFault) -> Int64? {
    if let id = LeafKind.identifier.read(value) { return id }
    guard let members = value.members else {
      throw .outOfRange(element: name, value: value.excerpt, expected: .reference)
    }
    guard let id = members.first(where: { $0.name == "id" })?.value else { return nil }
    do throws(BodyFault) {
      return try LeafKind.identifier.value(of: id, named: "id")
    } catch {
      throw error.inside(name)
    }
  }

  static func write(
    _ id: Int64, named name: StaticString, to writer: inout WireWriter
  ) throws(XMLWriteError) {
    try writer.startObject(name)
    try writer.leaf("id", .number(String(id)))
    try writer.endObject()
  }

  /// The id that an item of a list is; converters from XML wrap it in an object of its name.
  static func inItem(_ value: WireValue, named item: String) -> Int64? {
    if let id = LeafKind.identifier.read(value) { return id }
    let names = [item, "id"]
    guard let wrapped = value.members?.first(where: { names.contains($0.name) }) else {
      return nil
    }
    return LeafKind.identifier.read(wrapped.value)
  }
}
