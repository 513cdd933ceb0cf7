internal import Foundation

/// Values as JSON for scripts.
enum JSONText {
  /// Keys sorted, a line feed at the end.
  static func of(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("texts and whole numbers are always JSON")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
