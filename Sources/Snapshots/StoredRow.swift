internal import GRDBSQLite
package import Invoicing

/// The row on which a statement stands.
///
/// The bytes of a cell belong to SQLite and last until the statement moves on: they are lent to
/// closures alone, which cannot keep them.
@safe package struct StoredRow {
  private let statement: OpaquePointer

  /// The place of a column that the table lacks: SQLite says that it is NULL.
  static let absent: Int32 = -1

  init(_ statement: OpaquePointer) { unsafe self.statement = unsafe statement }

  /// A text, the absent one where the cell is NULL.
  package func text(_ column: Int32, in texts: inout TextTable) -> Text {
    withBytes(column) { $0.isEmpty ? .absent : texts.intern($0) }
  }

  /// A text, empty where the cell is NULL.
  package func string(_ column: Int32) -> String {
    withBytes(column) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  package func integer(_ column: Int32) throws(BadStoredCell) -> Int64 {
    guard let number = optionalInteger(column) else { throw bad(column, "a number") }
    return number
  }

  package func optionalInteger(_ column: Int32) -> Int64? {
    let number = unsafe sqlite3_column_int64(statement, column)
    return number == 0 && isNull(column) ? nil : number
  }

  /// A number small enough that sums of many never overflow.
  package func amount(_ column: Int32) throws(BadStoredCell) -> Int64 {
    let number = try integer(column)
    guard number.magnitude < DecimalReading.limit.magnitude else {
      throw bad(column, "a number below 10^15")
    }
    return number
  }

  /// How many of something.
  package func count(_ column: Int32) throws(BadStoredCell) -> Int {
    let number = try amount(column)
    guard number >= 0 else { throw bad(column, "a number not below 0") }
    return Int(number)
  }

  package func rowNumber(_ column: Int32) throws(BadStoredCell) -> UInt32 {
    guard let number = UInt32(exactly: try integer(column)) else {
      throw bad(column, "a row number")
    }
    return number
  }

  package func flag(_ column: Int32) throws(BadStoredCell) -> Bool {
    switch try integer(column) {
    case 0: return false
    case 1: return true
    default: throw bad(column, "0 or 1")
    }
  }

  package func date(_ column: Int32) throws(BadStoredCell) -> CalendarDate {
    try needed(withBytes(column) { CalendarDate($0) }, column, "a date")
  }

  package func optionalDate(_ column: Int32) throws(BadStoredCell) -> CalendarDate? {
    isNull(column) ? nil : try date(column)
  }

  package func moment(_ column: Int32) throws(BadStoredCell) -> Moment {
    try needed(withBytes(column) { Moment($0) }, column, "a moment")
  }

  package func optionalMoment(_ column: Int32) throws(BadStoredCell) -> Moment? {
    isNull(column) ? nil : try moment(column)
  }

  package func currency(_ column: Int32) throws(BadStoredCell) -> Currency {
    try needed(withBytes(column) { Currency($0) }, column, "a currency")
  }

  package func word<Word: CodedWord>(
    _ column: Int32, _ words: inout KnownWords<Word>
  ) throws(BadStoredCell) -> Word {
    try needed(withBytes(column) { words.value(of: $0) }, column, "one of \(Word.words)")
  }

  package func isNull(_ column: Int32) -> Bool {
    unsafe column == Self.absent || sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  func isInteger(_ column: Int32) -> Bool {
    unsafe column != Self.absent && sqlite3_column_type(statement, column) == SQLITE_INTEGER
  }

  /// Lends the bytes of a cell.
  ///
  /// As a blob: a text would be copied in order to end it with a zero.
  package func withBytes<Result>(_ column: Int32, _ body: (Span<UInt8>) -> Result) -> Result {
    let value = unsafe sqlite3_column_value(statement, column)
    guard let start = unsafe sqlite3_value_blob(value) else { return body([UInt8]().span) }
    let count = Int(unsafe sqlite3_value_bytes(value))
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
    return unsafe bytes.withMemoryRebound(to: UInt8.self) { unsafe body($0.span) }
  }

  private func needed<Value>(
    _ value: Value?, _ column: Int32, _ expected: @autoclosure () -> String
  ) throws(BadStoredCell) -> Value {
    guard let value else { throw bad(column, expected()) }
    return value
  }

  func bad(_ column: Int32, _ expected: String) -> BadStoredCell {
    let name = unsafe sqlite3_column_name(statement, column).map { unsafe String(cString: $0) }
    let row = unsafe sqlite3_column_int64(statement, 0)
    return BadStoredCell(row: row, column: name ?? "", expected: expected)
  }
}
