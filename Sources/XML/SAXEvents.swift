internal import CLibXML2

/// The functions that libxml2 calls, each handing on to the `PushParser` that is its user data.
///
/// No document is built: what is not in the table (comments, processing instructions, entities) is
/// passed over or refused by libxml2.
enum SAXEvents {
  static var table: xmlSAXHandler {
    var table = unsafe xmlSAXHandler()
    unsafe table.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe table.internalSubset = documentType
    unsafe table.startElementNs = startElement
    unsafe table.endElementNs = endElement
    unsafe table.characters = text
    unsafe table.cdataBlock = text
    unsafe table.ignorableWhitespace = text
    unsafe table.serror = error
    return unsafe table
  }

  private static let startElement: startElementNsSAX2Func = {
    user, name, _, namespace, namespaceCount, _, attributeCount, _, attributes in
    guard let parser = unsafe parser(user), !parser.isStopped else { return }
    unsafe parser.startElement(
      name, namespace, XMLAttributes(attributes, count: Int(attributeCount)),
      namespaces: Int(namespaceCount))
  }

  private static let endElement: endElementNsSAX2Func = { user, name, _, namespace in
    guard let parser = unsafe parser(user), !parser.isStopped else { return }
    unsafe parser.endElement(name, namespace)
  }

  private static let text: charactersSAXFunc = { user, start, count in
    guard let parser = unsafe parser(user), !parser.isStopped else { return }
    unsafe parser.text(start, count: Int(count))
  }

  private static let documentType: internalSubsetSAXFunc = { user, _, _, _ in
    unsafe parser(user)?.documentType()
  }

  private static let error: xmlStructuredErrorFunc = { user, error in
    unsafe parser(user)?.error(error)
  }

  private static func parser(_ user: UnsafeMutableRawPointer?) -> PushParser? {
    guard let user = unsafe user else { return nil }
    return unsafe Unmanaged<PushParser>.fromOpaque(user).takeUnretainedValue()
  }
}
