internal import Digests
internal import FoundationEssentials
internal import Invoicing

/// Reads `extract.json`.
struct HeaderReader {
  private let values: [String: JSONValue]
  private var faults: [HeaderFault] = []

  static let fileName = "extract.json"
  static let format = "mirror-extract/1"

  /// What the file says, or all that is wrong with it.
  static func read(_ bytes: [UInt8], sha256: String) throws(ExtractFailure) -> ExtractHeader {
    var reader = Self(values: try object(bytes))
    return try reader.header(sha256: sha256)
  }

  private static func object(_ bytes: [UInt8]) throws(ExtractFailure) -> [String: JSONValue] {
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch DecodingError.dataCorrupted(let context) {
      let reason = context.underlyingError.map { "\($0)" } ?? context.debugDescription
      throw .badHeader([.notJSON(reason)])
    } catch {
      throw .badHeader([.notJSON("\(error)")])
    }
    guard case .object(let object) = value else { throw .badHeader([.notAnObject]) }
    return object
  }

  private init(values: [String: JSONValue]) { self.values = values }

  private mutating func header(sha256: String) throws(ExtractFailure) -> ExtractHeader {
    _ = needed("format") { $0 == .string(Self.format) ? true : nil }
    let group = needed("group") { Self.name($0) }
    let takenAt = needed("taken_at") { Self.text($0).flatMap { Moment($0.utf8.span) } }
    let covers = optional("covers") { Self.fromAlone($0) }
    let from = covers.flatMap { value(of: "covers.from", $0, Self.date) }
    let companies = optional("companies") { Self.names($0) }
    let known = ["format", "group", "taken_at", "covers", "companies"]
    for key in values.keys.sorted() where !known.contains(key) {
      faults.append(.unknownKey(key))
    }
    guard let group, let takenAt, faults.isEmpty else { throw .badHeader(faults) }
    return ExtractHeader(
      group: group, takenAt: takenAt, coversFrom: from, companies: companies, sha256: sha256)
  }

  private mutating func needed<Value>(
    _ key: String, _ read: (JSONValue) -> Value?
  ) -> Value? {
    if values[key] == nil { faults.append(.missingKey(key)) }
    return optional(key, read)
  }

  private mutating func optional<Value>(
    _ key: String, _ read: (JSONValue) -> Value?
  ) -> Value? {
    values[key].flatMap { value(of: key, $0, read) }
  }

  private mutating func value<Value>(
    of key: String, _ value: JSONValue, _ read: (JSONValue) -> Value?
  ) -> Value? {
    if let read = read(value) { return read }
    faults.append(.wrongValue(key: key, found: value.description))
    return nil
  }

  private static func text(_ value: JSONValue) -> String? {
    guard case .string(let text) = value else { return nil }
    return text
  }

  private static func name(_ value: JSONValue) -> String? {
    text(value).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func names(_ value: JSONValue) -> [String]? {
    guard case .array(let values) = value else { return nil }
    let names = values.compactMap(name)
    return names.count == values.count ? names : nil
  }

  private static func date(_ value: JSONValue) -> CalendarDate? {
    text(value).flatMap { CalendarDate($0.utf8.span) }
  }

  private static func fromAlone(_ value: JSONValue) -> JSONValue? {
    guard case .object(let object) = value, object.count == 1 else { return nil }
    return object["from"]
  }
}
