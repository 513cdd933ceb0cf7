internal import Invoicing

/// The cells of a row that is being written, in the order of its file's columns; each checked as
/// it is read back.
struct RowCells {
  let file: ExtractFile
  /// The row's place among the file's rows, from 1.
  let row: Int
  private let columns: [ExtractColumn]
  private var next = 0
  /// The row as RFC 4180 has it, with a line feed at its end once all cells are there.
  private(set) var bytes: [UInt8] = []

  init(_ file: ExtractFile, row: Int) {
    self.file = file
    self.row = row
    columns = file.writtenColumns
  }

  /// An id: some text without `;` and line breaks.
  mutating func id(_ column: ExtractColumn, _ value: String) throws(ExtractWriteFailure) {
    if value.utf8.contains(UInt8(ascii: ";")) {
      throw bad(column, .semicolonInID(value: value))
    }
    if value.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      throw bad(column, .lineBreakInID(value: value))
    }
    try neededText(column, value)
  }

  mutating func optionalID(
    _ column: ExtractColumn, _ value: String?
  ) throws(ExtractWriteFailure) {
    if let value, !value.isEmpty { try id(column, value) } else { cell(column, "") }
  }

  mutating func neededText(_ column: ExtractColumn, _ value: String) throws(ExtractWriteFailure) {
    guard !value.isEmpty else { throw bad(column, .missingValue(.text)) }
    try text(column, value)
  }

  mutating func text(_ column: ExtractColumn, _ value: String?) throws(ExtractWriteFailure) {
    let value = value ?? ""
    if value.utf8.contains(0) { throw bad(column, .nul) }
    cell(column, value)
  }

  mutating func word(_ column: ExtractColumn, _ value: some CodedWord) {
    cell(column, value.name)
  }

  /// A date, or another value whose text is always well-formed.
  mutating func value(_ column: ExtractColumn, _ value: (some CustomStringConvertible)?) {
    cell(column, value?.description ?? "")
  }

  mutating func amount(_ column: ExtractColumn, _ value: Money) throws(ExtractWriteFailure) {
    let kind = ValueKind.amount(decimals: value.currency.decimals)
    guard value.minorUnits.magnitude < UInt128(DecimalReading.limit) else {
      throw bad(column, .tooLarge(kind, value: value.decimal))
    }
    cell(column, value.decimal)
  }

  /// A decimal that is kept as it is written.
  mutating func decimal(_ column: ExtractColumn, _ value: String?) throws(ExtractWriteFailure) {
    let value = value ?? ""
    guard value.isEmpty || LongDecimal.isOne(value.utf8.span) else {
      throw bad(column, .malformed(.decimal, value: value))
    }
    cell(column, value)
  }

  /// Ten-thousandths of a percent, written without zeros at the end.
  mutating func rate(_ column: ExtractColumn, _ value: Int64) throws(ExtractWriteFailure) {
    var text = Money.decimal(Int128(value), decimals: LineColumns.vatRateDecimals)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    guard value >= 0 else { throw bad(column, .negativeRate(value: text)) }
    guard value < DecimalReading.limit else { throw bad(column, .tooLarge(.rate, value: text)) }
    cell(column, text)
  }

  mutating func digest(_ column: ExtractColumn, _ value: String) throws(ExtractWriteFailure) {
    guard value.utf8.count == 64, value.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      throw bad(column, .malformed(.sha256, value: value))
    }
    cell(column, value)
  }

  mutating func byteCount(_ column: ExtractColumn, _ value: Int?) throws(ExtractWriteFailure) {
    guard let value else { return cell(column, "") }
    guard (0..<1_000_000_000_000_000_000).contains(value) else {
      throw bad(column, .malformed(.byteCount, value: "\(value)"))
    }
    cell(column, "\(value)")
  }

  func bad(_ column: ExtractColumn, _ fault: CellFault) -> ExtractWriteFailure {
    .badValue(file: file, row: row, column: column.rawValue, fault: fault)
  }

  private mutating func cell(_ column: ExtractColumn, _ text: String) {
    precondition(
      next < columns.count && columns[next] == column, "cells come in the order of the header")
    bytes.append(cell: text)
    next += 1
    bytes.append(next == columns.count ? UInt8(ascii: "\n") : UInt8(ascii: ","))
  }
}

extension ExtractFile {
  /// The columns that are written: all but `document`, in an order for the eye.
  var writtenColumns: [ExtractColumn] {
    switch self {
    case .received:
      [
        .id, .supplier, .number, .kind, .issueDate, .dueDate, .currency, .net, .vat, .rounding,
        .gross, .status,
      ]
    case .sent:
      [
        .id, .number, .customer, .kind, .issueDate, .dueDate, .currency, .net, .vat, .rounding,
        .gross, .status, .credits, .reference, .mirrorOf, .idempotencyKey, .createdAt, .endedAt,
      ]
    case .processed: [.receivedID, .processed, .processedAt, .mirrorID]
    case .source:
      [
        .id, .supplier, .number, .customer, .kind, .issueDate, .currency, .net, .vat, .rounding,
        .gross, .status,
      ]
    case .lines:
      [
        .ledger, .invoiceID, .line, .kind, .description, .quantity, .unitPrice, .vatRate, .net,
      ]
    case .attachments: [.ledger, .invoiceID, .name, .sha256, .bytes]
    case .attempts: [.receivedID, .idempotencyKey, .attemptedAt, .outcome, .sentID]
    }
  }
}

extension [UInt8] {
  /// Appends a cell, in quotes only where it must be.
  fileprivate mutating func append(cell text: String) {
    let isQuoted = text.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
      default: false
      }
    }
    guard isQuoted else { return append(contentsOf: text.utf8) }
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}
