internal import Auditing
internal import Invoicing

extension Fact.Origin {
  /// `received.csv row 14`.
  var words: String {
    switch self {
    case .row(let file, let row): "\(file.name) row \(HumanNumber.count(Int(row)))"
    case .vanished: "in no file now"
    }
  }

  /// The file and the row's number in it, for a script.
  var json: [String: JSONValue] {
    guard case .row(let file, let row) = self else { return ["file": .null, "row": .null] }
    return ["file": .string(file.name), "row": .integer(Int(row))]
  }
}
