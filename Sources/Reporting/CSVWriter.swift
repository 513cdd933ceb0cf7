/// Writes a CSV file, its rows as `CSVRows` makes them.
struct CSVWriter: ~Copyable {
  private var file: OutputFile
  private var row = CSVRows()

  /// Creates the file, or empties it, and writes the names of the columns.
  init(path: String, columns: [String]) throws(ReportError) {
    file = try OutputFile(path: path)
    file.append("\(columns.joined(separator: ","))\n".utf8)
  }

  /// A cell of text, disarmed where a spreadsheet would run it.
  mutating func text(_ text: String) { row.text(text.utf8.span) }

  /// A cell whose characters are our own: a number, a date, a word of a closed set.
  mutating func number(_ text: String) { row.number(text.utf8.span) }

  mutating func endRow() throws(ReportError) {
    row.endRow()
    try append(row)
    row.removeAll()
  }

  /// Whole rows.
  mutating func append(_ rows: CSVRows) throws(ReportError) {
    file.append(rows.bytes)
    try file.drain()
  }

  /// Ends the file, and returns once the disk has it.
  consuming func close() throws(ReportError) { try file.close() }
}
