extension CellFault {
  /// What is wrong, in words that go on from "`file:line: column: `".
  package var sentence: String {
    switch self {
    case .missingValue: "there is no value"
    case .malformed(let kind, let value): kind.sentence(notFor: value)
    case .tooManyDecimals(let value, _, let currency?):
      "the amount '\(value)' has more decimals than \(currency) has"
    case .tooManyDecimals(let value, _, nil): "'\(value)' has too many decimals"
    case .tooLarge(.amount, let value): "the amount '\(value)' is too large"
    case .tooLarge(_, let value): "'\(value)' is too large"
    case .negativeRate(let value): "the rate '\(value)' is negative"
    case .semicolonInID(let value): "the id '\(value)' has a ';' in it"
    case .lineBreakInID(let value): "the id '\(value)' has a line break in it"
    case .repeatedID(let value, let line): "the id '\(value)' is on line \(line) already"
    case .repeatedFlag(let value, let line):
      "the invoice '\(value)' has its flag on line \(line) already"
    case .fieldCount(let count, let expected):
      "the row has \(count) \(count == 1 ? "field" : "fields"), the header has \(expected)"
    case .blankLine: "the line is blank"
    case .unclosedQuote: "the quote that opens here is not closed"
    case .textAfterQuote: "there is text behind the closing quote"
    case .bareQuote: "there is a quote inside a field that is not quoted"
    case .bareCarriageReturn: "there is a carriage return without a line feed"
    case .nul: "there is a NUL byte"
    case .notUTF8(let byte):
      "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8"
    case .rowTooLong(let limit): "the row is longer than \(limit) bytes"
    case .noHeader: "the file is empty"
    case .missingColumn: "the column is missing"
    case .repeatedColumn: "the column is there twice"
    case .document(let fault, let path): "the document '\(path)' \(fault.sentence)"
    }
  }

  /// What was expected instead.
  package var expected: String {
    switch self {
    case .missingValue(let kind), .malformed(let kind, _): kind.expected
    case .tooManyDecimals(_, let allowed, _):
      switch allowed {
      case 0: "no decimals"
      case 1: "at most 1 decimal"
      default: "at most \(allowed) decimals"
      }
    case .tooLarge(.amount, _): "less than 10^15 of the smallest unit"
    case .tooLarge(let kind, _): kind.expected
    case .negativeRate: ValueKind.rate.expected
    case .semicolonInID, .lineBreakInID: ValueKind.id.expected
    case .repeatedID: "each id once"
    case .repeatedFlag: "one row an invoice at most"
    case .fieldCount(_, let expected):
      "\(expected) fields; one with a comma, a quote or a line break stands in quotes"
    case .blankLine: "a row; blank lines may be at the end of the file only"
    case .unclosedQuote: "a '\"' at the end of the field, and '\"\"' for each quote inside it"
    case .textAfterQuote: "a comma or the end of the line, and '\"\"' for a quote inside a field"
    case .bareQuote: "the whole field in quotes, and '\"\"' for each quote inside it"
    case .bareCarriageReturn: "LF or CRLF at the end of a line; inside a field only in quotes"
    case .nul: "text"
    case .notUTF8: "a file saved as UTF-8"
    case .rowTooLong: "a shorter row; a quote may not be closed"
    case .noHeader(let needed): "a header line with \(needed.joined(separator: ", "))"
    case .missingColumn(_, let needed): "a header line with \(needed.joined(separator: ", "))"
    case .repeatedColumn: "each column once"
    case .document(let fault, _): fault.expected
    }
  }
}

extension ValueKind {
  fileprivate var expected: String {
    switch self {
    case .text: "a text"
    case .id: "an id without ';' and line breaks"
    case .date: "a date of the calendar as YYYY-MM-DD, as in 2023-04-01"
    case .moment: "a moment as YYYY-MM-DDTHH:MM:SSZ, as in 2023-05-31T06:00:00Z"
    case .currency: "a currency's code in ISO 4217, as in SEK"
    case .sha256: "64 hex digits"
    case .byteCount: "a whole number of bytes, as in 24936"
    case .decimal: "digits and one '.', with at most 12 decimals, as in 7.5"
    case .rate: "a percentage from 0 on with at most 4 decimals, as in 25"
    case .amount(0): "digits alone, as in 1234"
    case .amount(let decimals):
      "digits and one '.', as in 1234.\("5000".prefix(decimals))"
    case .word(let words): "one of \(words)"
    }
  }

  fileprivate func sentence(notFor value: String) -> String {
    switch self {
    case .text, .id: "'\(value)' is no text"
    case .date: "'\(value)' is no date"
    case .moment: "'\(value)' is no moment"
    case .currency: "'\(value)' is no currency"
    case .sha256: "'\(value)' is no SHA-256 digest"
    case .byteCount: "'\(value)' is no number of bytes"
    case .decimal: "the number '\(value)' \(Self.flaw(of: value))"
    case .rate: "the rate '\(value)' \(Self.flaw(of: value))"
    case .amount: "the amount '\(value)' \(Self.flaw(of: value))"
    case .word: "'\(value)' is not known"
    }
  }

  /// What keeps a text from being a decimal.
  private static func flaw(of value: String) -> String {
    let separators = value.filter { $0 == "." || $0 == "," }.count
    if value.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }) {
      if separators > 1 { return "has two decimal separators" }
      if value.contains(",") { return "has a decimal comma" }
    }
    if value.contains(where: \.isWhitespace) { return "has a space in it" }
    return "is not a number"
  }
}
