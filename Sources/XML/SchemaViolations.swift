internal import CLibXML2

/// Collects what libxml2 finds wrong, and ends the validation when there is enough of it.
@safe
final class SchemaViolations {
  private(set) var violations: [SchemaViolation] = []
  private let most: Int
  private var isFull = false
  // Holds because it is set only while it is used.
  var validator: OpaquePointer?

  init(most: Int) {
    self.most = most
  }

  /// As user data; holds while the caller holds this object.
  var pointer: UnsafeMutableRawPointer {
    unsafe Unmanaged.passUnretained(self).toOpaque()
  }

  /// Where structured errors go.
  static let receive: LibXML2.StructuredErrorReceiver = { user, error in
    guard let error = unsafe error, unsafe error.pointee.level != XML_ERR_WARNING else { return }
    let violation = unsafe SchemaViolation(
      line: max(1, Int(error.pointee.line)), message: error.pointee.sentence)
    let domain = unsafe xmlErrorDomain(UInt32(bitPattern: error.pointee.domain))
    unsafe collector(user)?.add(violation, isLast: !schemaDomains.contains(domain))
  }

  /// What comes from elsewhere is said by the parser: the file is no XML, and the rest follows.
  private static let schemaDomains = [
    XML_FROM_SCHEMASP, XML_FROM_SCHEMASV, XML_FROM_DATATYPE, XML_FROM_REGEXP,
  ]

  /// Events for the validator to stand before: none but those that refuse.
  static var events: xmlSAXHandler {
    var events = unsafe xmlSAXHandler()
    unsafe events.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe events.internalSubset = refuseDocumentType
    unsafe events.startElementNs = { _, _, _, _, _, _, _, _, _ in }
    unsafe events.endElementNs = { _, _, _, _ in }
    unsafe events.serror = receive
    return unsafe events
  }

  private static let refuseDocumentType: internalSubsetSAXFunc = { user, _, _, _ in
    guard let collector = unsafe collector(user) else { return }
    let line = unsafe collector.parser?.pointee.input?.pointee.line ?? 1
    let reason = XMLError.Reason.documentType
    collector.add(SchemaViolation(line: Int(line), message: reason.description), isLast: true)
  }

  private func add(_ violation: SchemaViolation, isLast: Bool) {
    guard !isFull else { return }
    violations.append(violation)
    isFull = isLast || violations.count == most
    if isFull, let parser = unsafe parser { unsafe xmlStopParser(parser) }
  }

  private var parser: xmlParserCtxtPtr? {
    guard let validator = unsafe validator else { return nil }
    return unsafe xmlSchemaValidCtxtGetParserCtxt(validator)
  }

  private static func collector(_ user: UnsafeMutableRawPointer?) -> SchemaViolations? {
    guard let user = unsafe user else { return nil }
    return unsafe Unmanaged<SchemaViolations>.fromOpaque(user).takeUnretainedValue()
  }
}
