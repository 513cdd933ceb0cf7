internal import GRDBSQLite
internal import Invoicing

/// Binds the cells of some rows to the parameters of a statement (see `BulkInsert`).
///
/// Every pointer handed to SQLite points into `arena` or a literal, which outlive the statement's
/// run, or into the parameter's own slot of `scratch`.
@unsafe struct BoundCells {
  private let arena: UnsafeBufferPointer<UInt8>
  private let starts: UnsafeBufferPointer<Int>
  private let scratch: UnsafeMutableBufferPointer<UInt8>
  private let columns: Int
  private var codes = CurrencyCodes()

  /// Bytes of scratch for a parameter: a moment takes 27.
  static let slot = 32

  init(
    arena: UnsafeBufferPointer<UInt8>, starts: UnsafeBufferPointer<Int>,
    scratch: UnsafeMutableBufferPointer<UInt8>, columns: Int
  ) {
    unsafe self.arena = unsafe arena
    unsafe self.starts = unsafe starts
    unsafe self.scratch = unsafe scratch
    unsafe self.columns = columns
  }

  mutating func bind(
    _ cells: Cells, rows: Range<Int>, column: Int, to statement: OpaquePointer
  ) {
    var at = Int32(column + 1)
    let step = unsafe Int32(columns)
    for row in rows {
      switch cells {
      case .texts(let texts): unsafe bind(texts[row], at, statement)
      case .integers(let numbers): unsafe sqlite3_bind_int64(statement, at, numbers[row])
      case .optionalIntegers(let numbers): unsafe bind(numbers[row], at, statement)
      case .rows(let rows): unsafe sqlite3_bind_int64(statement, at, Int64(rows[row]))
      case .flags(let flags): unsafe sqlite3_bind_int(statement, at, flags[row] ? 1 : 0)
      case .dates(let dates): unsafe bind(dates[row], at, statement)
      case .optionalDates(let dates): unsafe bind(dates[row], at, statement)
      case .moments(let moments): unsafe bind(moments[row], at, statement)
      case .optionalMoments(let moments): unsafe bind(moments[row], at, statement)
      case .words(let codes, let words): unsafe bind(words[Int(codes[row])], at, statement)
      case .currencies(let currencies): unsafe bind(currencies[row], at, statement)
      case .optionalCurrencies(let currencies): unsafe bind(currencies[row], at, statement)
      }
      at += step
    }
  }

  private func bind(_ text: Text, _ at: Int32, _ statement: OpaquePointer) {
    let start = unsafe starts[Int(text.index)]
    let count = unsafe starts[Int(text.index) + 1] - start
    if count == 0 {
      unsafe sqlite3_bind_null(statement, at)
    } else {
      unsafe bind(
        UnsafeBufferPointer(rebasing: arena[start..<start + count]), at, statement)
    }
  }

  private func bind(_ number: Int64?, _ at: Int32, _ statement: OpaquePointer) {
    if let number {
      unsafe sqlite3_bind_int64(statement, at, number)
    } else {
      unsafe sqlite3_bind_null(statement, at)
    }
  }

  private func bind(_ word: StaticString, _ at: Int32, _ statement: OpaquePointer) {
    unsafe bind(
      UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount), at, statement)
  }

  private func bind(_ date: CalendarDate?, _ at: Int32, _ statement: OpaquePointer) {
    guard let date else {
      unsafe sqlite3_bind_null(statement, at)
      return
    }
    unsafe bind(copying: date.text, at, statement)
  }

  private func bind(_ moment: Moment?, _ at: Int32, _ statement: OpaquePointer) {
    guard let moment else {
      unsafe sqlite3_bind_null(statement, at)
      return
    }
    unsafe bind(copying: moment.text, at, statement)
  }

  private mutating func bind(_ currency: Currency?, _ at: Int32, _ statement: OpaquePointer) {
    guard let currency else {
      unsafe sqlite3_bind_null(statement, at)
      return
    }
    let code = unsafe codes.code(of: currency)
    unsafe bind(copying: [code.a, code.b, code.c], at, statement)
  }

  private func bind(copying bytes: [UInt8], _ at: Int32, _ statement: OpaquePointer) {
    let start = unsafe (Int(at) - 1) * Self.slot
    for i in 0..<bytes.count { unsafe scratch[start + i] = bytes[i] }
    unsafe bind(
      UnsafeBufferPointer(rebasing: scratch[start..<start + bytes.count]), at, statement)
  }

  private func bind(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int32, _ statement: OpaquePointer
  ) {
    _ = unsafe bytes.withMemoryRebound(to: CChar.self) {
      unsafe sqlite3_bind_text(statement, at, $0.baseAddress, Int32($0.count), nil)
    }
  }
}
