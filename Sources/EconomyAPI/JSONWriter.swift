/// Writes JSON, compact, in the order of the calls: an object with the root in it.
struct JSONWriter {
  enum Container {
    case object
    case list
  }

  private var bytes = Array("{".utf8)
  private var open: [Container] = [.object]
  private var needsComma = false

  mutating func start(_ name: StaticString, _ container: Container) {
    begin(name)
    bytes.append(UInt8(ascii: container == .object ? "{" : "["))
    open.append(container)
    needsComma = false
  }

  mutating func end() {
    guard let container = open.popLast() else { preconditionFailure("nothing is open") }
    bytes.append(UInt8(ascii: container == .object ? "}" : "]"))
    needsComma = true
  }

  mutating func leaf(_ name: StaticString, _ leaf: WireLeaf) {
    begin(name)
    switch leaf {
    case .text(let text): append(quoted: text)
    case .number, .truth: bytes.append(contentsOf: leaf.xml.utf8)
    }
    needsComma = true
  }

  consuming func finish() -> [UInt8] {
    precondition(open.count == 1, "the root is not closed")
    return bytes + "}".utf8
  }

  private mutating func begin(_ name: StaticString) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    guard case .object = open.last else { return }
    append(quoted: name.description)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Escaped as RFC 8259 §7 demands, and no further.
  private mutating func append(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 10: bytes.append(contentsOf: "\\n".utf8)
      case 13: bytes.append(contentsOf: "\\r".utf8)
      case 9: bytes.append(contentsOf: "\\t".utf8)
      case 0..<32: bytes.append(contentsOf: "\\u00\(Hexadecimal.text([byte]))".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
