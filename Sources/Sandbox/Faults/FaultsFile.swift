internal import Foundation
internal import TOMLKit

/// A file of faults: `[[fault]]`, each with `on`, `kind`, `probability` or `at`, and what its kind
/// needs.
package enum FaultsFile {
  /// The rules in their order.
  package static func read(_ path: String) throws(FaultsFileError) -> [FaultRule] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FaultsFileError(path: path, what: "it cannot be read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw FaultsFileError(path: path, what: "it is not UTF-8")
    }
    return try rules(in: text, path)
  }

  /// The rules in a text; the path is only named.
  package static func rules(in text: String, _ path: String) throws(FaultsFileError) -> [FaultRule]
  {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw FaultsFileError(path: path, line: error.source.begin.line, what: error.description)
    } catch {
      throw FaultsFileError(path: path, what: "\(error)")
    }
    let places = FaultPlaces(text)
    let shape = "[[fault]], and under it on, kind, and probability or at"
    if let other = table.keys.sorted().first(where: { $0 != "fault" }) {
      throw FaultsFileError(
        path: path, line: places.line(of: other), what: "there is no setting '\(other)'",
        expected: shape)
    }
    guard let value = table["fault"] else { return [] }
    guard let faults = value.array else {
      throw FaultsFileError(
        path: path, line: places.line(of: "fault"), what: "fault is no list", expected: shape)
    }
    var rules: [FaultRule] = []
    for (place, fault) in faults.enumerated() {
      guard let table = fault.table else {
        throw FaultsFileError(
          path: path, line: places.line(of: "fault"), what: "fault \(place + 1) is no table",
          expected: shape)
      }
      var keys = FaultKeys(table, path: path, fault: place, places: places)
      rules.append(try keys.rule())
    }
    return rules
  }
}
