/// A CSV file read by another reader than the programs: a plain state machine over characters.
struct CSVTable {
  let header: [String]
  let rows: [[String: String]]

  init(_ text: String) throws {
    var records = Self.records(text)
    let header = records.isEmpty ? [] : records.removeFirst()
    self.header = header
    rows = records.map { record in
      Dictionary(zip(header, record)) { first, _ in first }
    }
  }

  init(header: [String], rows: [[String: String]]) {
    self.header = header
    self.rows = rows
  }

  static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.first == "\u{feff}" { scalars.removeFirst() }
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if scalars.first == "\"" {
          scalars.removeFirst()
          cell.append("\"")
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case ",":
        record.append(cell)
        cell = ""
      case "\r" where scalars.first == "\n": break
      case "\n":
        records.append(record + [cell])
        record = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if !cell.isEmpty || !record.isEmpty { records.append(record + [cell]) }
    return records
  }

  /// The table as CSV, every cell quoted, with another order of columns and line ends.
  func text(columns: [String], lineEnd: String = "\n") -> String {
    let lines = [columns] + rows.map { row in columns.map { row[$0] ?? "" } }
    return lines.map { line in
      line.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + lineEnd
    }.joined()
  }
}
