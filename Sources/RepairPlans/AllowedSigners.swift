internal import Foundation

/// The principals of an allowed-signers file, as `ssh-keygen(1)` describes it.
package struct AllowedSigners: Sendable {
  private let patterns: [[String]]

  /// Reads the file; lines of comment and empty ones are passed over.
  package init(readingFrom path: String) throws(PlanRefusal) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .cannotReadSigners(path: path)
    }
    self.init(text)
  }

  init(_ text: String) {
    patterns = text.split(whereSeparator: \.isNewline).compactMap { line in
      let line = line.drop { $0 == " " || $0 == "\t" }
      guard let first = line.first, first != "#" else { return nil }
      return Self.principals(of: line).split(separator: ",").map(String.init)
    }
  }

  /// Whether a line of the file is for this principal: a pattern of it matches, and none that is
  /// negated with `!` does.
  package func include(_ principal: String) -> Bool {
    patterns.contains { line in
      let denied = line.contains {
        $0.hasPrefix("!") && Self.matches(principal[...], $0.dropFirst())
      }
      return !denied
        && line.contains { !$0.hasPrefix("!") && Self.matches(principal[...], $0[...]) }
    }
  }

  /// The first field; one in quotes may hold blanks.
  private static func principals(of line: Substring) -> Substring {
    if line.first == "\"" { return line.dropFirst().prefix { $0 != "\"" } }
    return line.prefix { $0 != " " && $0 != "\t" }
  }

  /// Whether a pattern with `*` and `?` matches a text, in time proportional to both.
  private static func matches(_ text: Substring, _ pattern: Substring) -> Bool {
    let (text, pattern) = (Array(text), Array(pattern))
    var (t, p) = (0, 0)
    var retry: (t: Int, p: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == "*" {
        retry = (t, p)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == text[t] {
        t += 1
        p += 1
      } else if let last = retry {
        retry = (last.t + 1, last.p)
        t = last.t + 1
        p = last.p + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
