/// Writes one XML document to a file as it comes, in constant memory, the same bytes for the same
/// calls: UTF-8, LF, two spaces a level; an element with text stays on one line.
///
/// Always well-formed, whatever the values (`OutputBuffer.appendEscaped` says what becomes of
/// characters that XML cannot carry). Names are written as given: they are the caller's own. Calls
/// in an order that makes no document are a bug, and trap. Every call may throw an
/// `XMLWriteError`; a writer that is let go without `close` leaves half a file behind.
package struct XMLWriter: ~Copyable {
  private var output: OutputBuffer
  private var open: [Frame] = []
  private var isTagOpen = false
  private var hasRoot = false
  /// How many of the open elements are another writer's.
  private var depth = 0

  private struct Frame {
    let name: StaticString
    var hasText = false
    var hasChildren = false
  }

  /// Creates the file, or empties it.
  ///
  /// - Parameter copyTo: a descriptor that gets the same bytes, and stays the caller's to close.
  package init(path: String, copyTo copy: CInt = -1) throws(XMLWriteError) {
    output = try OutputBuffer(path: path, copyTo: copy)
  }

  /// Writes into memory, to be ended with `finish`: no call throws.
  package init() {
    output = OutputBuffer()
  }

  /// Writes into memory the children of an element that is open in another writer, as deep as
  /// `depth` elements, to be ended with `fragment`: no call throws.
  ///
  /// - Parameter count: about how many bytes there will be.
  package init(inside depth: Int, reserving count: Int = 0) {
    precondition(depth > 0, "a fragment stands in an element")
    output = OutputBuffer(reserving: count)
    open = Array(repeating: Frame(name: "", hasChildren: true), count: depth)
    hasRoot = true
    self.depth = depth
  }

  /// Writes to a descriptor that stays the caller's to close; `path` is for messages.
  package init(descriptor: CInt, path: String) {
    output = OutputBuffer(descriptor: descriptor, path: path, closesDescriptor: false)
  }

  /// Whether what follows goes to `copyTo` too; elements that do not must be left out whole.
  package mutating func setCopied(_ isCopied: Bool) throws(XMLWriteError) {
    try output.setCopied(isCopied)
  }

  /// `defaultNamespace` is declared on the element when given, and holds for what is in it.
  package mutating func startElement(
    _ name: StaticString, defaultNamespace: StaticString? = nil
  ) throws(XMLWriteError) {
    if let parent = open.indices.last {
      try endTag()
      open[parent].hasChildren = true
      if !open[parent].hasText { try breakLine() }
    } else {
      precondition(!hasRoot, "a document has one root element")
      hasRoot = true
      try output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }
    try output.append(UInt8(ascii: "<"))
    try output.append(name)
    open.append(Frame(name: name))
    isTagOpen = true
    if let defaultNamespace {
      try attribute("xmlns", utf8: defaultNamespace)
    }
  }

  package mutating func attribute(
    _ name: StaticString, _ value: String
  ) throws(XMLWriteError) {
    try attribute(name, utf8: value.utf8.span)
  }

  package mutating func attribute(
    _ name: StaticString, utf8 value: Span<UInt8>
  ) throws(XMLWriteError) {
    precondition(isTagOpen, Self.lateAttribute)
    try unsafe value.withUnsafeBufferPointer { (utf8) throws(XMLWriteError) in
      try unsafe output.appendAttribute(name, utf8)
    }
  }

  package mutating func attribute(
    _ name: StaticString, utf8 value: StaticString
  ) throws(XMLWriteError) {
    precondition(isTagOpen, Self.lateAttribute)
    try unsafe output.appendAttribute(
      name, UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
  }

  private static var lateAttribute: String {
    "attributes come right after the start of their element"
  }

  /// Text of the element that is open; an empty one counts as none.
  package mutating func text(_ text: String) throws(XMLWriteError) {
    try self.text(utf8: text.utf8.span)
  }

  package mutating func text(utf8 text: Span<UInt8>) throws(XMLWriteError) {
    guard !text.isEmpty else { return }
    try startText()
    try unsafe text.withUnsafeBufferPointer { (utf8) throws(XMLWriteError) in
      try unsafe output.appendEscaped(utf8, in: .text)
    }
  }

  package mutating func endElement() throws(XMLWriteError) {
    guard let frame = open.popLast() else {
      preconditionFailure("no element is open")
    }
    if isTagOpen {
      isTagOpen = false
      return try output.append("/>")
    }
    if frame.hasChildren && !frame.hasText { try breakLine() }
    try output.append("</")
    try output.append(frame.name)
    try output.append(UInt8(ascii: ">"))
  }

  /// A whole element with nothing but text in it.
  package mutating func element(_ name: StaticString, _ text: String) throws(XMLWriteError) {
    try startElement(name)
    try self.text(text)
    try endElement()
  }

  /// Ends the file, and returns once the disk has it (fsync).
  package consuming func close() throws(XMLWriteError) {
    precondition(hasRoot && open.isEmpty, "the root element is not closed")
    try output.append(UInt8(ascii: "\n"))
    try output.close()
  }

  /// Ends a document in memory, and gives its bytes.
  package consuming func finish() throws(XMLWriteError) -> [UInt8] {
    precondition(hasRoot && open.isEmpty, "the root element is not closed")
    try output.append(UInt8(ascii: "\n"))
    try output.close()
    return output.kept
  }

  /// How many bytes a fragment has until now.
  package var fragmentCount: Int { output.keptCount }

  /// Ends a fragment, and gives its bytes.
  package consuming func fragment() throws(XMLWriteError) -> [UInt8] {
    precondition(depth > 0 && open.count == depth, "an element of the fragment is not closed")
    try output.close()
    return output.kept
  }

  /// Adds children that were written as a fragment, as deep as this element lies.
  package mutating func append(fragment: Span<UInt8>) throws(XMLWriteError) {
    guard !fragment.isEmpty else { return }
    guard let parent = open.indices.last else {
      preconditionFailure("a fragment stands in an element")
    }
    try endTag()
    open[parent].hasChildren = true
    try unsafe fragment.withUnsafeBufferPointer { (bytes) throws(XMLWriteError) in
      try unsafe output.append(bytes)
    }
  }

  private mutating func startText() throws(XMLWriteError) {
    guard let element = open.indices.last else {
      preconditionFailure("text stands in an element")
    }
    try endTag()
    open[element].hasText = true
  }

  private mutating func endTag() throws(XMLWriteError) {
    guard isTagOpen else { return }
    isTagOpen = false
    try output.append(UInt8(ascii: ">"))
  }

  private mutating func breakLine() throws(XMLWriteError) {
    try output.appendBreak(levels: open.count)
  }
}
