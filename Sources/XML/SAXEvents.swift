internal import CLibXML2

/// The functions that libxml2 calls, each handing on to the `PushParser` that is its user data.
///
/// No document is built: what is not in the table (comments, processing instructions, entities) is
/// passed over or refused by libxml2.
enum SAXEvents {
  static var table: xmlSAXHandler {
    var table = unsafe xmlSAXHandler()
    unsafe table.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe table.startDocument = startDocument
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
    unsafe withParser(user) { parser in
      unsafe parser.startElement(
        name, namespace, XMLAttributes(attributes, count: Int(attributeCount)),
        namespaces: Int(namespaceCount))
    }
  }

  private static let endElement: endElementNsSAX2Func = { user, name, _, namespace in
    unsafe withParser(user) { unsafe $0.endElement(name, namespace) }
  }

  private static let text: charactersSAXFunc = { user, start, count in
    unsafe withParser(user) { unsafe $0.text(start, count: Int(count)) }
  }

  private static let startDocument: startDocumentSAXFunc = { user in
    unsafe withParser(user) { $0.startDocument() }
  }

  private static let documentType: internalSubsetSAXFunc = { user, _, _, _ in
    unsafe withParser(user) { $0.documentType() }
  }

  private static let error: xmlStructuredErrorFunc = { user, error in
    unsafe withParser(user, isEvent: false) { unsafe $0.error(error) }
  }

  /// What iconv cannot convert is reported to nobody's parser, but to the thread.
  static let errorOfConversion: LibXML2.StructuredErrorReceiver = { user, error in
    guard let error = unsafe error else { return }
    guard unsafe error.pointee.domain == CInt(XML_FROM_I18N.rawValue) else { return }
    unsafe withParser(user, isEvent: false) { $0.wrongBytes() }
  }

  /// Once it has been stopped, a parser hears of nothing more.
  ///
  /// libxml2 may be halted inside an event, but not where it reports an error: it may be at work on
  /// the very buffer that halting frees. So errors only stop the parser, and the next event, or the
  /// end of the piece, halts libxml2.
  @inline(__always)
  private static func withParser(
    _ user: UnsafeMutableRawPointer?, isEvent: Bool = true, _ body: (PushParser) -> Void
  ) {
    guard let user = unsafe user else { return }
    // Without a retain for each event: whoever feeds the parser holds it.
    unsafe Unmanaged<PushParser>.fromOpaque(user)._withUnsafeGuaranteedRef { parser in
      if !parser.isStopped { body(parser) }
      if isEvent, parser.isStopped { parser.halt() }
    }
  }
}
