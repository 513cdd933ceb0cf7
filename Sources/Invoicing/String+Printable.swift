extension String {
  /// The text with nothing in it that a terminal would obey or hide.
  ///
  /// A control character becomes its picture (U+2400…); a C1 control, and a character that turns
  /// the direction of the text, becomes U+FFFD.
  package var printable: String {
    guard unicodeScalars.contains(where: { Self.picture($0) != nil }) else { return self }
    var text = UnicodeScalarView()
    for scalar in unicodeScalars { text.append(Self.picture(scalar) ?? scalar) }
    return String(text)
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
