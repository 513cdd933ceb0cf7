@testable internal import XML

/// The events of a document as lines, the pieces of a text put together.
struct Events: XMLHandler {
  private(set) var lines: [String] = []
  private var pending: [UInt8] = []

  mutating func startElement(_ element: borrowing XMLElement) {
    endText()
    var line = "<\(name(element.localName, element.namespace)) at \(element.line)"
    element.attributes.visit { local, namespace, value in
      line += " \(name(local, namespace))=\(value.string.debugDescription)"
    }
    lines.append(line)
  }

  mutating func text(_ text: borrowing XMLBytes) { text.append(to: &pending) }

  mutating func endElement(localName: borrowing XMLBytes, namespace: borrowing XMLBytes) {
    endText()
    lines.append(">\(name(localName, namespace))")
  }

  private mutating func endText() {
    guard !pending.isEmpty else { return }
    lines.append(String(decoding: pending, as: UTF8.self).debugDescription)
    pending.removeAll()
  }

  private func name(_ local: borrowing XMLBytes, _ namespace: borrowing XMLBytes) -> String {
    namespace.isEmpty ? local.string : "{\(namespace.string)}\(local.string)"
  }
}

extension Events {
  /// The lines of a document that is read at once; nil where it is refused.
  static func whole(_ bytes: [UInt8]) -> [String]? {
    var events = Self()
    do {
      try XMLStream.parse(bytes, into: &events)
      return events.lines
    } catch {
      return nil
    }
  }

  /// The same of a document whose stream is fed so many bytes at a time.
  static func fed(_ bytes: [UInt8], piece: Int) -> [String]? {
    var events = Self()
    do {
      try feed(bytes, piece: piece, to: &events)
      return events.lines
    } catch {
      return nil
    }
  }

  /// Feeds a stream so many bytes at a time.
  static func feed(
    _ bytes: [UInt8], piece: Int, to handler: inout some XMLHandler
  ) throws {
    var stream = XMLStream()
    var start = 0
    while start < bytes.count {
      let end = min(start + piece, bytes.count)
      try stream.feed(bytes.span.extracting(start..<end), to: &handler)
      start = end
    }
    try stream.finish(to: &handler)
  }

  /// The same of a document that libxml2 itself gets so many bytes at a time.
  ///
  /// The stream never hands on so little: it waits for 512 bytes, then for 4096.
  static func pushed(_ bytes: [UInt8], piece: Int) -> [String]? {
    let parser = PushParser()
    var events = Self()
    var start = 0
    repeat {
      let end = min(start + (start == 0 ? max(piece, 8) : piece), bytes.count)
      // The handler and the bytes are lent for the call, and the parser keeps neither.
      unsafe withUnsafeMutablePointer(to: &events) { events in
        let sink = unsafe HandlerSink(events)
        unsafe bytes[start..<end].withUnsafeBytes {
          unsafe parser.push($0, isLast: end == bytes.count, to: sink)
        }
      }
      start = end
    } while start < bytes.count && !parser.isStopped
    return parser.failure == nil ? events.lines : nil
  }
}
