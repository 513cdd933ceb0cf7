extension String {
  /// The text without what would steer a terminal: what books hold is not ours.
  var plain: String {
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value)
      plain.append(isControl ? "\u{fffd}" : scalar)
    }
    return String(plain)
  }
}
