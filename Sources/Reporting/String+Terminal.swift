extension String {
  /// The text with nothing in it that a terminal would obey or hide.
  ///
  /// A control character becomes its picture (U+2400…); a C1 control, and a character that turns
  /// the direction of the text, becomes U+FFFD.
  var printable: String {
    guard unicodeScalars.contains(where: { Self.picture($0) != nil }) else { return self }
    var text = UnicodeScalarView()
    for scalar in unicodeScalars { text.append(Self.picture(scalar) ?? scalar) }
    return String(text)
  }

  /// The text in at most so many characters, its end marked where it was cut.
  func shortened(to width: Int) -> String {
    guard let end = index(startIndex, offsetBy: width, limitedBy: endIndex), end < endIndex else {
      return self
    }
    return String(prefix(max(width - 1, 0))) + "…"
  }

  func leftAligned(in width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 0))
  }

  func rightAligned(in width: Int) -> String {
    String(repeating: " ", count: max(width - count, 0)) + self
  }

  /// Broken at spaces into lines of at most so many characters.
  func wrapped(to width: Int) -> [String] {
    split(separator: " ").map(String.init).wrapped(to: width)
  }

  private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: nil
    }
  }
}

extension [String] {
  /// Put in lines of at most so many characters, a space between two; a longer piece stays whole.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in self {
      if !line.isEmpty, line.count + 1 + piece.count > width {
        lines.append(line)
        line = ""
      }
      if !line.isEmpty { line += " " }
      line += piece
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Each but the last with a comma behind it.
  var listed: [String] {
    enumerated().map { $0 < count - 1 ? "\($1)," : $1 }
  }
}
