internal import Foundation

/// The economy system's token; it shows itself to nobody who does not ask for its value.
package struct EngineToken: Hashable, Sendable {
  package let value: String

  /// - Parameter source: where it is from, for the refusal.
  package init(_ value: String, from source: String) throws(ConfigurationError) {
    let value = value.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !value.isEmpty else { throw .badToken(source: source, detail: "the token is empty") }
    guard value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else {
      throw .badToken(
        source: source, detail: "the token has spaces, line breaks or letters beyond ASCII in it")
    }
    self.value = value
  }

  /// The token in a file that only its owner may read.
  package init(file path: String) throws(ConfigurationError) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let mode = attributes?[.posixPermissions] as? NSNumber else {
      throw .badToken(source: path, detail: "there is no such file")
    }
    guard mode.intValue & 0o077 == 0 else {
      let digits = String(mode.intValue & 0o777, radix: 8)
      throw .openToken(path: path, mode: String(repeating: "0", count: 4 - digits.count) + digits)
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .badToken(source: path, detail: "the file cannot be read as text")
    }
    try self.init(text, from: path)
  }
}

extension EngineToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "(a token)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
