/// Writes a CSV file as RFC 4180 has it, in UTF-8, with LF, quoted only where it must be.
struct CSVWriter: ~Copyable {
  private var file: OutputFile
  private var isFirstCell = true

  /// Creates the file, or empties it, and writes the names of the columns.
  init(path: String, columns: [String]) throws(ReportError) {
    file = try OutputFile(path: path)
    file.append("\(columns.joined(separator: ","))\n".utf8)
  }

  /// A cell of text, disarmed: a spreadsheet would run it as a formula if it began with one of
  /// `=`, `+`, `-`, `@`, tab or CR, so it gets a leading `'`.
  mutating func text(_ text: String) {
    separate()
    let bytes = text.utf8.span
    let isFormula = !bytes.isEmpty && Self.beginsFormula(bytes[0])
    var isQuoted = false
    var hasQuotes = false
    for i in 0..<bytes.count where Self.needsQuotes(bytes[i]) {
      isQuoted = true
      if bytes[i] == UInt8(ascii: "\"") { hasQuotes = true }
    }
    if isQuoted { file.append(UInt8(ascii: "\"")) }
    if isFormula { file.append(UInt8(ascii: "'")) }
    if hasQuotes {
      appendDoublingQuotes(text)
    } else {
      file.append(text.utf8)
    }
    if isQuoted { file.append(UInt8(ascii: "\"")) }
  }

  /// A cell whose characters are our own: a number, a date, a word of a closed set.
  mutating func number(_ text: String) {
    separate()
    file.append(text.utf8)
  }

  mutating func endRow() throws(ReportError) {
    file.append(UInt8(ascii: "\n"))
    isFirstCell = true
    try file.drain()
  }

  /// Ends the file, and returns once the disk has it.
  consuming func close() throws(ReportError) { try file.close() }

  private mutating func separate() {
    if !isFirstCell { file.append(UInt8(ascii: ",")) }
    isFirstCell = false
  }

  private mutating func appendDoublingQuotes(_ text: String) {
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { file.append(byte) }
      file.append(byte)
    }
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  @inline(__always)
  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }
}
