/// A media type or range with its parameters, as `Content-Type` and `Accept` write it.
struct MediaRange {
  /// In small letters, as `application/xml`.
  let name: String
  /// In thousandths.
  private(set) var quality = 1000
  /// In small letters.
  private(set) var charset: String?

  init(_ text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    name = Self.trimmed(parts.first ?? "").lowercased()
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let value = Self.trimmed(part[part.index(after: equals)...])
      switch Self.trimmed(part[..<equals]).lowercased() {
      case "q": quality = Self.thousandths(value)
      case "charset": charset = value.lowercased().filter { $0 != "\"" }
      default: break
      }
    }
  }

  var isEmpty: Bool { name.isEmpty }
  var isXML: Bool { name == "application/xml" || name == "text/xml" || name.hasSuffix("+xml") }
  var isJSON: Bool {
    name == "application/json" || name == "text/json" || name.hasSuffix("+json")
  }

  /// The closeness of a range that names the format itself.
  static let whole = 3

  /// 0 where the range does not cover the format.
  func closeness(to format: WireFormat) -> Int {
    switch (name, format) {
    case ("*/*", _), ("*", _): 1
    case ("application/*", _), ("text/*", _): 2
    // What a browser says before it says XML.
    case ("application/xhtml+xml", _): 0
    case (_, .xml): isXML ? Self.whole : 0
    case (_, .json): isJSON ? Self.whole : 0
    }
  }

  /// The q-value of RFC 9110 §12.4.2; what is none counts as 0.
  private static func thousandths(_ text: String) -> Int {
    guard let value = DecimalNumber(text), (0...3).contains(value.places), value.digits >= 0 else {
      return 0
    }
    var thousandths = value.digits
    guard thousandths <= 1000 else { return 0 }
    for _ in value.places..<3 { thousandths *= 10 }
    return thousandths <= 1000 ? Int(thousandths) : 0
  }

  private static func trimmed(_ text: Substring) -> String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    guard let end = text.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(text[...end].drop(while: isSpace))
  }
}
