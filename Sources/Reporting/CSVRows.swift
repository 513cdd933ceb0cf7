internal import Invoicing

/// Rows of a CSV file as RFC 4180 has it, in UTF-8, with LF, quoted only where it must be.
struct CSVRows: Sendable {
  private(set) var bytes: [UInt8] = []
  private var isFirstCell = true

  /// Makes room for so many bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// A cell of text, disarmed: a spreadsheet would run it as a formula if it began with one of
  /// `=`, `+`, `-`, `@`, tab or CR, so it gets a leading `'`.
  mutating func text(_ text: Span<UInt8>) {
    separate()
    let isFormula = !text.isEmpty && Self.beginsFormula(text[0])
    let marks = CSVMarks(text)
    if marks.needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    if marks.hasQuotes {
      appendDoublingQuotes(text)
    } else {
      bytes.append(text)
    }
    if marks.needsQuotes { bytes.append(UInt8(ascii: "\"")) }
  }

  /// A cell whose characters are our own: a number, a date, a word of a closed set.
  mutating func number(_ text: Span<UInt8>) {
    separate()
    bytes.append(text)
  }

  /// A word of a closed set.
  mutating func word(_ word: StaticString) {
    separate()
    bytes.append(literal: word)
  }

  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isFirstCell = true
  }

  private mutating func separate() {
    if !isFirstCell { bytes.append(UInt8(ascii: ",")) }
    isFirstCell = false
  }

  private mutating func appendDoublingQuotes(_ text: Span<UInt8>) {
    for i in 0..<text.count {
      if text[i] == UInt8(ascii: "\"") { bytes.append(text[i]) }
      bytes.append(text[i])
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
}
