internal import CLibXML2

/// Collects what libxml2 finds wrong, and ends the validation when there is enough of it.
@safe
final class SchemaViolations {
  private(set) var violations: [SchemaViolation] = []
  private let most: Int
  var descriptor: CInt = -1
  /// What errno(3) said when the file could not be read further.
  private(set) var readError: CInt?
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
    unsafe collector(user)?.add(violation, mayHalt: domain == XML_FROM_SCHEMASV)
  }

  /// Where the validator reads from.
  static let read: xmlInputReadCallback = { user, space, size in
    guard let collector = unsafe collector(user) else { return -1 }
    let count = unsafe InputFile.read(collector.descriptor, space, Int(size))
    if count < 0 { collector.readError = mirror_errno() }
    return CInt(count)
  }

  /// Events for the validator to stand before: none, for `XMLStream` has passed the document.
  static var events: xmlSAXHandler {
    var events = unsafe xmlSAXHandler()
    unsafe events.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe events.startElementNs = { _, _, _, _, _, _, _, _, _ in }
    unsafe events.endElementNs = { _, _, _, _ in }
    unsafe events.serror = receive
    return unsafe events
  }

  /// A broken rule is found in an event, where libxml2 may be halted; see `SAXEvents.withParser`.
  private func add(_ violation: SchemaViolation, mayHalt: Bool) {
    guard violations.count < most else { return }
    violations.append(violation)
    guard violations.count == most, mayHalt else { return }
    if let parser = unsafe parser { unsafe xmlStopParser(parser) }
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
