/// A plain value as it is written: in XML always text.
enum WireLeaf {
  case text(String)
  /// Digits as JSON has them too.
  case number(String)
  case truth(Bool)

  var xml: String {
    switch self {
    case .text(let text), .number(let text): text
    case .truth(let truth): truth ? "true" : "false"
    }
  }
}

/// What a plain value may be read from.
extension WireValue {
  /// A string, or an element's text, without the white space around it.
  var word: String? {
    guard case .text(let text) = content else { return nil }
    return text.trimmed
  }

  /// Digits, in JSON a number or a string.
  var figure: String? {
    if case .number(let text) = content { return text }
    return word
  }
}

extension String {
  /// Without the white space of XML at both ends.
  var trimmed: String {
    let isSpace: (UInt8) -> Bool = { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
    guard let first = utf8.firstIndex(where: { !isSpace($0) }),
      let last = utf8.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[first...last])
  }

  /// Nothing in it that XML 1.0 §2.2 cannot carry, or that our writer would replace.
  var isPlain: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 9, 10, 13: true
      case 0..<32, 0x7F, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
  }
}
