internal import CLibXML2

extension XMLError.Reason {
  static let bytesOfNoEncoding = Self.notWellFormed("bytes that are none in its encoding")

  /// Nil for what libxml2 calls an error and the recommendations do not.
  ///
  /// `hasRoot` and `isRootClosed` say how far the document has come.
  init?(_ error: xmlError, hasRoot: Bool, isRootClosed: Bool) {
    guard unsafe error.level != XML_ERR_WARNING else { return nil }
    let subject = unsafe error.subject
    switch unsafe xmlParserErrors(UInt32(bitPattern: error.code)) {
    case XML_WAR_NS_URI:
      return nil
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      self = .entityReference(subject)
    case XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING:
      self = .unknownEncoding(subject)
    case _ where unsafe error.sentence.hasPrefix("Input is not proper UTF-8"):
      self = .notWellFormed("bytes that are no UTF-8")
    case XML_ERR_INVALID_CHAR:
      let digits = unsafe String(error.int1, radix: 16, uppercase: true)
      let padding = String(repeating: "0", count: max(0, 4 - digits.count))
      self = .notWellFormed("the character U+\(padding)\(digits), which XML does not allow")
    case XML_ERR_DOCUMENT_END where !hasRoot:
      self = .notWellFormed("it has no root element")
    case XML_ERR_DOCUMENT_END where !isRootClosed:
      self = .notWellFormed("it ends before its root element does")
    case XML_ERR_DOCUMENT_EMPTY:
      self = .notWellFormed("it does not begin with an element")
    case XML_ERR_INTERNAL_ERROR where unsafe error.sentence.hasSuffix("Huge input lookup"):
      self = .textTooLong
    default:
      self = .notWellFormed(unsafe error.sentence)
    }
  }
}

/// Characters of a document's own that a message may hold.
private let longestQuote = 300

extension xmlError {
  /// libxml2's message, its first line only and not all of a long one.
  var sentence: String {
    guard let message = unsafe message else { return "error \(unsafe code)" }
    let text = unsafe String(cString: message)
    return String(text.prefix { $0 != "\n" }.prefix(longestQuote))
  }

  fileprivate var subject: String {
    guard let subject = unsafe str1 else { return "" }
    return String(unsafe String(cString: subject).prefix(longestQuote))
  }
}
