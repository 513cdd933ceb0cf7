internal import Reporting
internal import Testing

/// The words that `report.xsd` enumerates, read from its text.
enum SchemaWords {
  /// Those of the type, or of the attribute, with this name.
  static func of(_ name: String) throws -> [String] {
    let schema = String(decoding: ReportSchema.bytes, as: UTF8.self)
    let type = schema.firstRange(of: "<xs:simpleType name=\"\(name)\">")
    let start = try #require(type ?? schema.firstRange(of: "name=\"\(name)\" use=\"required\">"))
    let rest = schema[start.upperBound...]
    let end = try #require(rest.firstRange(of: "</xs:simpleType>"))
    return rest[..<end.lowerBound].split(separator: "<xs:enumeration value=\"").dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
  }
}
