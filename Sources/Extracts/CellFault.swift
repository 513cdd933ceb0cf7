/// What can be wrong with a cell, a row or a header line.
package enum CellFault: Equatable, Sendable {
  case missingValue(ValueKind)
  case malformed(ValueKind, value: String)
  /// `currency` is nil for what is no amount of a known currency.
  case tooManyDecimals(value: String, allowed: Int, currency: String?)
  case tooLarge(ValueKind, value: String)
  case negativeRate(value: String)
  case semicolonInID(value: String)
  case lineBreakInID(value: String)
  case repeatedID(value: String, firstLine: Int)
  case repeatedFlag(value: String, firstLine: Int)

  case fieldCount(Int, expected: Int)
  case blankLine
  case unclosedQuote
  case textAfterQuote
  case bareQuote
  case bareCarriageReturn
  case nul
  case notUTF8(byte: UInt8)
  case rowTooLong(limit: Int)

  case noHeader(needed: [String])
  case missingColumn(String, needed: [String])
  case repeatedColumn

  case document(DocumentFault, path: String)

  /// Whether the whole file is lost by it, so that no row can be set aside for it.
  var isOfFile: Bool {
    switch self {
    case .noHeader, .missingColumn, .repeatedColumn, .rowTooLong: true
    default: false
    }
  }

  /// The column that it names itself, where the row has none for it.
  var column: String? {
    if case .missingColumn(let column, _) = self { column } else { nil }
  }
}
