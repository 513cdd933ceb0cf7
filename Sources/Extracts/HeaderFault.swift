internal import Invoicing

/// What can be wrong with `extract.json`.
package enum HeaderFault: Equatable, Sendable {
  /// With the reader's own words.
  case notJSON(String)
  case notAnObject
  case missingKey(String)
  case unknownKey(String)
  /// A value that is not what its key asks for, as JSON.
  case wrongValue(key: String, found: String)

  /// The keys, and what each is to be.
  static let keys = [
    ("format", "\"mirror-extract/1\""),
    ("group", "the group's name, a text that is not empty"),
    ("taken_at", "a moment as YYYY-MM-DDTHH:MM:SSZ, as in \"2023-05-31T06:00:00Z\""),
    ("covers", "an object with from alone, as in {\"from\": \"2023-04-01\"}"),
    ("covers.from", "a date of the calendar as YYYY-MM-DD, as in \"2023-04-01\""),
    ("companies", "a list of the consulting companies' names, none of them empty"),
  ]
}

extension HeaderFault: CustomStringConvertible {
  /// What goes on from "extract.json: ".
  package var description: String {
    switch self {
    case .notJSON(let reason):
      "it is no JSON: \(reason.printable)\n  expected: an object with format, group and taken_at"
    case .notAnObject:
      "it is no object\n  expected: an object with format, group and taken_at"
    case .missingKey(let key):
      "\(key): the key is missing\n  expected: \(Self.expected(key))"
    case .unknownKey(let key):
      "\(key.printable): the key is not known\n"
        + "  expected: format, group, taken_at, covers and companies alone"
    case .wrongValue(let key, let found):
      "\(key): the value is \(found.printable)\n  expected: \(Self.expected(key))"
    }
  }

  private static func expected(_ key: String) -> String {
    keys.first { $0.0 == key }?.1 ?? ""
  }
}
