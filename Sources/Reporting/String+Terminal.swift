extension String {
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
