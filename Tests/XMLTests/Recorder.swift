import XML

/// Writes events down as lines, the pieces of a text put together.
struct Recorder: XMLHandler {
  private(set) var lines: [String] = []
  private var pending: [UInt8] = []
  private(set) var texts: [String] = []
  var last: String?
  var isDone = false

  mutating func startElement(_ element: borrowing XMLElement) {
    endText()
    var line = "<\(name(element.localName, element.namespace))"
    element.attributes.visit { local, namespace, value in
      line += " \(name(local, namespace))=\(value.string.debugDescription)"
    }
    lines.append(line)
    if line == last { isDone = true }
  }

  mutating func text(_ text: borrowing XMLBytes) {
    text.append(to: &pending)
  }

  mutating func endElement(localName: borrowing XMLBytes, namespace: borrowing XMLBytes) {
    endText()
    lines.append(">\(name(localName, namespace))")
  }

  private mutating func endText() {
    guard !pending.isEmpty else { return }
    let text = String(decoding: pending, as: UTF8.self)
    pending.removeAll()
    texts.append(text)
    lines.append(text.debugDescription)
  }

  private func name(_ local: borrowing XMLBytes, _ namespace: borrowing XMLBytes) -> String {
    namespace.isEmpty ? local.string : "{\(namespace.string)}\(local.string)"
  }

  /// All events of a document.
  static func events(of bytes: [UInt8]) throws -> [String] {
    var recorder = Recorder()
    try XMLStream.parse(bytes, into: &recorder)
    return recorder.lines
  }

  static func events(of text: String) throws -> [String] {
    try events(of: Array(text.utf8))
  }
}
