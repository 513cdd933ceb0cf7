internal import GRDBSQLite
package import Invoicing

/// The row on which a statement stands.
///
/// The bytes of a cell belong to SQLite and last until the statement moves on: they are lent to
/// closures alone, which cannot keep them.
@safe package struct StoredRow: StoredCells {
  private let statement: OpaquePointer

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

  package func optionalInteger(_ column: Int32) -> Int64? {
    let number = unsafe sqlite3_column_int64(statement, column)
    return number == 0 && isNull(column) ? nil : number
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
    unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  func isInteger(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(statement, column) == SQLITE_INTEGER
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

  package func bad(_ column: Int32, _ expected: String) -> BadStoredCell {
    let name = unsafe sqlite3_column_name(statement, column).map { unsafe String(cString: $0) }
    let row = unsafe sqlite3_column_int64(statement, 0)
    return BadStoredCell(row: row, column: name ?? "", expected: expected)
  }
}
