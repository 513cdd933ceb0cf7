/// A streaming, namespace-aware reader of one XML document.
///
/// Safe on any input: nothing outside the document is opened, a document type declaration is
/// refused where it begins, no entity is expanded, and `XMLLimits` bound time and memory by the
/// size of what is fed. Namespace errors, such as a prefix that is not bound, count as not
/// well-formed. Reads UTF-8, UTF-16, US-ASCII, ISO-8859-x and Windows-125x.
package struct XMLStream: ~Copyable {
  private let parser = PushParser()
  private var held: [UInt8] = []

  package init() {}

  /// Feeds the next bytes, cut anywhere, and calls the handler for what they complete.
  ///
  /// Throws an `XMLError`, or what the handler throws; nothing may be fed after that.
  package mutating func feed<Handler: XMLHandler & ~Copyable>(
    _ bytes: Span<UInt8>, to handler: inout Handler
  ) throws {
    try unsafe bytes.withUnsafeBytes { bytes in
      // Small pieces are put together first, for the reason given at `PushParser.push`.
      let wanted = parser.hasBegun ? max(parser.pending, 4096) : 512
      guard held.count + bytes.count >= wanted else {
        return unsafe held.append(contentsOf: bytes)
      }
      guard !held.isEmpty else { return try unsafe push(bytes, isLast: false, to: &handler) }
      unsafe held.append(contentsOf: bytes)
      try pushHeld(isLast: false, to: &handler)
    }
  }

  /// Says that the document ends here; throws like `feed`, among others when it ends too early.
  package consuming func finish<Handler: XMLHandler & ~Copyable>(to handler: inout Handler) throws {
    try pushHeld(isLast: true, to: &handler)
  }

  /// Reads a whole document.
  package static func parse<Handler: XMLHandler & ~Copyable>(
    _ bytes: Span<UInt8>, into handler: inout Handler
  ) throws {
    let stream = XMLStream()
    try unsafe bytes.withUnsafeBytes { try unsafe stream.push($0, isLast: true, to: &handler) }
  }

  /// Reads a whole document.
  package static func parse<Handler: XMLHandler & ~Copyable>(
    _ bytes: [UInt8], into handler: inout Handler
  ) throws {
    try parse(bytes.span, into: &handler)
  }

  /// Reads a whole document from a file, in constant memory; throws an `XMLReadError` too.
  package static func parse<Handler: XMLHandler & ~Copyable>(
    fileAt path: String, into handler: inout Handler
  ) throws {
    try parse(InputFile(path: path), into: &handler)
  }

  /// Reads a file only to see whether it is XML within the limits.
  static func whyRefused(_ file: borrowing InputFile) throws(XMLReadError) -> XMLError? {
    var handler = Ignoring()
    do {
      try parse(file, into: &handler)
      return nil
    } catch let error as XMLError {
      return error
    } catch let error as XMLReadError {
      throw error
    } catch {
      preconditionFailure("this handler throws nothing")
    }
  }

  private static func parse<Handler: XMLHandler & ~Copyable>(
    _ file: borrowing InputFile, into handler: inout Handler
  ) throws {
    var stream = XMLStream()
    var piece: [UInt8] = []
    try file.read(into: &piece)
    while !piece.isEmpty, !stream.parser.isStopped {
      try stream.feed(piece.span, to: &handler)
      try file.read(into: &piece)
    }
    try stream.finish(to: &handler)
  }

  private struct Ignoring: XMLHandler {
    mutating func startElement(_ element: borrowing XMLElement) {}
    mutating func text(_ text: borrowing XMLBytes) {}
    mutating func endElement(localName: borrowing XMLBytes, namespace: borrowing XMLBytes) {}
  }

  private mutating func pushHeld<Handler: XMLHandler & ~Copyable>(
    isLast: Bool, to handler: inout Handler
  ) throws {
    let bytes = held
    held.removeAll(keepingCapacity: true)
    try unsafe bytes.withUnsafeBytes { try unsafe push($0, isLast: isLast, to: &handler) }
  }

  private func push<Handler: XMLHandler & ~Copyable>(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, to handler: inout Handler
  ) throws {
    try unsafe withUnsafeMutablePointer(to: &handler) { handler in
      let sink = unsafe HandlerSink(handler)
      unsafe parser.push(bytes, isLast: isLast, to: sink)
      if let failure = sink.failure { throw failure }
      if let failure = parser.failure { throw failure }
    }
  }
}
