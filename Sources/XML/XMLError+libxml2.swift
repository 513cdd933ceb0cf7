internal import CLibXML2

extension XMLError.Reason {
  /// `isCutShort`: the root has not been closed yet.
  init(_ error: xmlError, isCutShort: Bool) {
    let subject = unsafe error.str1.map { unsafe String(cString: $0) } ?? ""
    switch unsafe xmlParserErrors(UInt32(bitPattern: error.code)) {
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      self = .entityReference(subject)
    case XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING:
      self = .unknownEncoding(subject)
    case XML_ERR_DOCUMENT_END where isCutShort:
      self = .notWellFormed("it ends before its root element does")
    case XML_ERR_DOCUMENT_EMPTY:
      self = .notWellFormed("it does not begin with an element")
    default:
      self = .notWellFormed(unsafe error.sentence)
    }
  }
}

extension xmlError {
  /// libxml2's message without the line feed at its end.
  var sentence: String {
    guard let message = unsafe message else { return "error \(unsafe code)" }
    let text = unsafe String(cString: message)
    return String(
      text[..<(text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.startIndex)])
  }
}
