internal import CLibXML2

/// One document on its way through libxml2's push parser: what is fed comes out at the sink.
///
/// A context is made for each document: one used again does not look for the encoding.
@safe
final class PushParser {
  // Holds because only this object frees it, and libxml2 calls back only inside `push`.
  private var context: UnsafeMutablePointer<xmlParserCtxt>?
  // Holds because it is set only during `push`, whose caller holds the sink.
  private var sink: Unmanaged<EventSink>?
  private(set) var failure: XMLError?
  /// Nothing that is fed from here on is looked at.
  private(set) var isStopped = false

  private var isLast = false
  private var depth = 0
  private var hasRoot = false
  private var textLength = 0
  private var namespaceCount = 0
  private var namespaceMarks: [(depth: Int, count: Int)] = []

  deinit {
    guard let context = unsafe context else { return }
    // libxml2 makes a document of its own for some errors, and leaves it to the caller.
    unsafe xmlFreeDoc(context.pointee.myDoc)
    unsafe xmlFreeParserCtxt(context)
  }

  func push(_ bytes: UnsafeRawBufferPointer, isLast: Bool, to sink: EventSink) {
    LibXML2.enter()
    unsafe self.sink = Unmanaged.passUnretained(sink)
    defer { unsafe self.sink = nil }
    let me = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe LibXML2.routingErrors(to: me, SAXEvents.errorOfConversion) {
      unsafe pushPieces(of: bytes, isLast: isLast)
    }
  }

  /// In pieces that grow with what libxml2 has not been able to use so far: it looks through that
  /// again for each piece, so pieces of one size would cost the square of it.
  private func pushPieces(of bytes: UnsafeRawBufferPointer, isLast: Bool) {
    var rest = unsafe bytes[...]
    while unsafe !rest.isEmpty, !isStopped {
      let piece = unsafe rest.prefix(min(max(pending, 64 * 1024), 1024 * 1024))
      unsafe rest = unsafe rest.dropFirst(piece.count)
      unsafe pushPiece(.init(rebasing: piece), isLast: isLast && rest.isEmpty)
    }
    if isLast, unsafe bytes.isEmpty, !isStopped {
      unsafe pushPiece(bytes, isLast: true)
    }
  }

  /// Bytes that libxml2 holds and has not made an event of, in UTF-8.
  var pending: Int {
    guard let input = unsafe context?.pointee.input else { return 0 }
    guard let end = unsafe input.pointee.end, let next = unsafe input.pointee.cur else { return 0 }
    return unsafe end - next
  }

  /// Whether there are bytes that could not be converted.
  private var hasBytesLeft: Bool {
    guard let buffer = unsafe context?.pointee.input?.pointee.buf else { return false }
    guard let raw = unsafe buffer.pointee.raw else { return false }
    return unsafe xmlBufUse(raw) > 0
  }

  var hasBegun: Bool { unsafe context != nil }

  private func pushPiece(_ bytes: UnsafeRawBufferPointer, isLast: Bool) {
    let start = unsafe bytes.bindMemory(to: CChar.self)
    var rest = unsafe start[...]
    if unsafe context == nil {
      // The encoding is known by the first four bytes.
      let head = unsafe UnsafeBufferPointer(rebasing: rest.prefix(4))
      unsafe rest = unsafe rest.dropFirst(4)
      guard unsafe begin(head) else { return }
    }
    guard let context = unsafe context, !isStopped else { return }
    let tail = unsafe UnsafeBufferPointer(rebasing: rest)
    self.isLast = isLast
    let code = unsafe xmlParseChunk(
      context, tail.baseAddress, CInt(tail.count), isLast ? 1 : 0)
    guard !isStopped else { return }
    if unsafe code == CInt(XML_ERR_INVALID_ENCODING.rawValue) || context.pointee.wellFormed == 0 {
      wrongBytes()
    } else if isTagTooLong {
      stop(.tagTooLong)
    }
  }

  private func begin(_ head: UnsafeBufferPointer<CChar>) -> Bool {
    guard !head.isEmpty else {
      stop(.empty)
      return false
    }
    var events = unsafe SAXEvents.table
    let me = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe context = unsafe xmlCreatePushParserCtxt(
      &events, me, head.baseAddress, CInt(head.count), nil)
    guard let context = unsafe context else {
      stop(.notWellFormed("no memory left to read it"))
      return false
    }
    unsafe xmlCtxtUseOptions(context, CInt(bitPattern: XML_PARSE_NONET.rawValue))
    return true
  }

  private var isTagTooLong: Bool {
    guard pending > XMLLimits.tag, let next = unsafe context?.pointee.input?.pointee.cur else {
      return false
    }
    let second = unsafe next[1]
    return unsafe next[0] == UInt8(ascii: "<") && second != UInt8(ascii: "!")
      && second != UInt8(ascii: "?")
  }
}

/// What libxml2 calls, by way of `SAXEvents`.
extension PushParser {
  func startElement(
    _ localName: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?,
    _ attributes: consuming XMLAttributes, namespaces: Int
  ) {
    depth += 1
    hasRoot = true
    textLength = 0
    if namespaces > 0 {
      namespaceCount += namespaces
      namespaceMarks.append((depth, namespaces))
    }
    guard depth <= XMLLimits.depth else { return stop(.tooDeep) }
    guard attributes.count <= XMLLimits.attributes else { return stop(.tooManyAttributes) }
    guard namespaceCount <= XMLLimits.namespaces else { return stop(.tooManyNamespaces) }
    let element = unsafe XMLElement(
      localName: XMLBytes(terminated: localName), namespace: XMLBytes(terminated: namespace),
      attributes: attributes, line: position.line, column: position.column)
    emit { $0.startElement(element) }
  }

  func text(_ start: UnsafePointer<UInt8>?, count: Int) {
    textLength += count
    guard textLength <= XMLLimits.text else { return stop(.textTooLong) }
    emit { $0.text(unsafe XMLBytes(start, count: count)) }
  }

  func endElement(_ localName: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?) {
    if let mark = namespaceMarks.last, mark.depth == depth {
      namespaceCount -= mark.count
      namespaceMarks.removeLast()
    }
    depth -= 1
    textLength = 0
    emit {
      unsafe $0.endElement(XMLBytes(terminated: localName), XMLBytes(terminated: namespace))
    }
  }

  /// Asked when the declaration, if any, has been read.
  func startDocument() {
    guard let name = unsafe context?.pointee.encoding else { return }
    let encoding = unsafe String(cString: name)
    if !Encodings.areRead(encoding) { stop(.unknownEncoding(encoding)) }
  }

  func wrongBytes() {
    stop(.bytesOfNoEncoding)
  }

  func documentType() {
    stop(.documentType)
  }

  func error(_ error: UnsafeMutablePointer<xmlError>?) {
    guard let error = unsafe error?.pointee else { return }
    let reason = unsafe XMLError.Reason(
      error, hasRoot: hasRoot, isRootClosed: hasRoot && depth == 0)
    guard let reason else { return }
    stop(isLast && hasBytesLeft ? .bytesOfNoEncoding : reason)
  }

  @inline(__always)
  private func emit(_ event: (EventSink) -> Bool) {
    guard let sink = unsafe sink else { return }
    if unsafe !sink._withUnsafeGuaranteedRef(event) { isStopped = true }
  }

  /// The first failure counts; what libxml2 says after it follows from it.
  private func stop(_ reason: XMLError.Reason) {
    guard !isStopped else { return }
    isStopped = true
    failure = XMLError(reason: reason, line: position.line, column: position.column)
  }

  func halt() {
    unsafe xmlStopParser(context)
  }

  private var position: (line: Int, column: Int) {
    guard let input = unsafe context?.pointee.input else { return (1, 1) }
    return unsafe (Int(input.pointee.line), Int(input.pointee.col))
  }
}
