/// A JSON value, written with its keys sorted by bytes.
enum JSONValue {
  case string(String)
  case integer(Int)
  case truth(Bool)
  case null
  case array([JSONValue])
  case object([String: JSONValue])

  /// Indented by two spaces a level, without a line feed at the end.
  var text: String {
    var text = ""
    write(to: &text, indent: "")
    return text
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .string(let string): Self.write(string, to: &text)
    case .integer(let integer): text += String(integer)
    case .truth(let truth): text += truth ? "true" : "false"
    case .null: text += "null"
    case .array(let values):
      Self.write(values, between: ("[", "]"), to: &text, indent: indent) { value, text, indent in
        value.write(to: &text, indent: indent)
      }
    case .object(let values):
      let members = values.sorted { $0.key < $1.key }
      Self.write(members, between: ("{", "}"), to: &text, indent: indent) { member, text, indent in
        Self.write(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between brackets: (String, String), to text: inout String, indent: String,
    _ write: (Item, inout String, String) -> Void
  ) {
    text += brackets.0
    for (index, item) in items.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      text += indent + "  "
      write(item, &text, indent + "  ")
    }
    if !items.isEmpty { text += "\n\(indent)" }
    text += brackets.1
  }

  /// Escaped as RFC 8259 §7 demands, and no further.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
