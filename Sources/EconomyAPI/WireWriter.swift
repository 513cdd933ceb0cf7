internal import XML

/// Writes a message in one of the formats, element by element.
///
/// In JSON a list is an array under its name, and the names of its items are left out. In memory
/// nothing is thrown (`XMLWriter`); the errors are typed, so that the calls can be passed on.
package struct WireWriter: ~Copyable {
  private var xml: XMLWriter?
  private var json = JSONWriter()

  init(_ format: WireFormat) {
    xml = format == .xml ? XMLWriter() : nil
  }

  mutating func startObject(_ name: StaticString) throws(XMLWriteError) {
    if xml == nil { return json.start(name, .object) }
    try xml?.startElement(name)
  }

  mutating func endObject() throws(XMLWriteError) {
    if xml == nil { return json.end() }
    try xml?.endElement()
  }

  mutating func startList(
    _ name: StaticString, page: ListPage = ListPage()
  ) throws(XMLWriteError) {
    if xml == nil { return json.start(name, .list) }
    try xml?.startElement(name)
    if let offset = page.offset { try xml?.attribute("offset", String(offset)) }
    if let limit = page.limit { try xml?.attribute("limit", String(limit)) }
    if let size = page.size { try xml?.attribute("size", String(size)) }
  }

  mutating func endList() throws(XMLWriteError) {
    if xml == nil { return json.end() }
    try xml?.endElement()
  }

  mutating func leaf(_ name: StaticString, _ leaf: WireLeaf) throws(XMLWriteError) {
    if xml == nil { return json.leaf(name, leaf) }
    try xml?.element(name, leaf.xml)
  }

  consuming func finish() throws(XMLWriteError) -> [UInt8] {
    guard let xml = xml.take() else { return json.finish() }
    return try xml.finish()
  }
}
