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
  private var dates = DateTexts()
  /// Nobody needs it; but what is read for it is at hand afterwards.
  private var fetched: UInt8 = 0

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

  /// Binds one column's cells of some rows.
  mutating func bind(
    _ cells: Cells, rows: Range<Int>, column: Int, to statement: OpaquePointer
  ) {
    let to = unsafe statement
    let first = Int32(column + 1)
    switch cells {
    case .texts(let texts):
      unsafe fetch(texts[rows])
      unsafe each(rows, first) { unsafe $0.bind(texts[$1], $2, to) }
    case .integers(let numbers):
      unsafe each(rows, first) { _ = unsafe sqlite3_bind_int64(to, $2, numbers[$1]) }
    case .optionalIntegers(let numbers):
      unsafe each(rows, first) { unsafe $0.bind(numbers[$1], $2, to) }
    case .rows(let numbers):
      unsafe each(rows, first) { _ = unsafe sqlite3_bind_int64(to, $2, Int64(numbers[$1])) }
    case .flags(let flags):
      unsafe each(rows, first) { _ = unsafe sqlite3_bind_int(to, $2, flags[$1] ? 1 : 0) }
    case .dates(let dates):
      unsafe each(rows, first) { unsafe $0.bind(dates[$1], $2, to) }
    case .optionalDates(let dates):
      unsafe each(rows, first) { unsafe $0.bind(dates[$1], $2, to) }
    case .moments(let moments):
      unsafe each(rows, first) { unsafe $0.bind(moments[$1], $2, to) }
    case .optionalMoments(let moments):
      unsafe each(rows, first) { unsafe $0.bind(moments[$1], $2, to) }
    case .words(let codes, let words):
      unsafe each(rows, first) { unsafe $0.bind(words[Int(codes[$1])], $2, to) }
    case .currencies(let currencies):
      unsafe each(rows, first) { unsafe $0.bind(currencies[$1], $2, to) }
    default: unsafe bindNumbers(cells, rows, first, to)
    }
  }

  /// Binds what is stored as numbers for something else.
  private mutating func bindNumbers(
    _ cells: Cells, _ rows: Range<Int>, _ first: Int32, _ to: OpaquePointer
  ) {
    switch cells {
    case .parties(let texts, let numbers):
      unsafe each(rows, first) { unsafe $0.bind(number: numbers[texts[$1]], $2, to) }
    case .references(let texts, let numbers):
      unsafe each(rows, first) { unsafe $0.bind(texts[$1], or: numbers[texts[$1]], $2, to) }
    case .ledgerReferences(let texts, let ledgers, let numbers):
      unsafe each(rows, first) {
        let number = numbers[Int(ledgers[$1].rawValue)][texts[$1]]
        unsafe $0.bind(texts[$1], or: number, $2, to)
      }
    case .rarities(let numbers):
      unsafe each(rows, first) { unsafe $0.bind(numbers[$1] == 0 ? nil : numbers[$1], $2, to) }
    case .totals(let totals, let columns):
      unsafe each(rows, first) {
        let sum = columns.net[$1] &+ columns.vat[$1] &+ columns.rounding[$1]
        unsafe $0.bind(totals[$1] == sum ? nil : totals[$1], $2, to)
      }
    case .days(let dates):
      unsafe each(rows, first) { _ = unsafe sqlite3_bind_int(to, $2, dates[$1].days) }
    case .optionalDays(let dates):
      unsafe each(rows, first) { unsafe $0.bind(dates[$1].map { Int64($0.days) }, $2, to) }
    case .seconds(let moments):
      unsafe each(rows, first) { unsafe $0.bind(seconds: moments[$1], $2, to) }
    case .optionalSeconds(let moments):
      unsafe each(rows, first) { unsafe $0.bind(seconds: moments[$1], $2, to) }
    case .codes(let codes, _):
      unsafe each(rows, first) { _ = unsafe sqlite3_bind_int(to, $2, Int32(codes[$1])) }
    case .states(let states):
      unsafe each(rows, first) { _ = unsafe sqlite3_bind_int(to, $2, Int32(states[$1])) }
    case .currencyPlaces(let currencies, let places):
      unsafe each(rows, first) {
        unsafe $0.bind(currencies[$1].map { Int64(places[$0.ordinal]) }, $2, to)
      }
    default: preconditionFailure("all other kinds of cells have been bound")
    }
  }

  /// Goes through rows, with the parameter that each one's cell is bound to.
  @inline(__always)
  private mutating func each(
    _ rows: Range<Int>, _ first: Int32, _ body: (inout BoundCells, Int, Int32) -> Void
  ) {
    var parameter = first
    let step = unsafe Int32(columns)
    for row in rows {
      unsafe body(&self, row, parameter)
      parameter += step
    }
  }

  /// Reads the beginnings of texts that stand anywhere in memory, all at once: SQLite copies one
  /// after the other, and would wait for each.
  private mutating func fetch(_ texts: ArraySlice<Text>) {
    for text in texts {
      let start = unsafe starts[Int(text.index)]
      if unsafe start < arena.count { unsafe fetched ^= arena[start] }
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

  private func bind(number: UInt32, _ at: Int32, _ statement: OpaquePointer) {
    if number == 0 {
      unsafe sqlite3_bind_null(statement, at)
    } else {
      unsafe sqlite3_bind_int64(statement, at, Int64(number))
    }
  }

  private func bind(_ text: Text, or number: UInt32, _ at: Int32, _ statement: OpaquePointer) {
    if number == 0 {
      unsafe bind(text, at, statement)
    } else {
      unsafe sqlite3_bind_int64(statement, at, Int64(number))
    }
  }

  private mutating func bind(seconds moment: Moment?, _ at: Int32, _ statement: OpaquePointer) {
    guard let moment, moment.microseconds % 1_000_000 == 0 else {
      unsafe bind(moment, at, statement)
      return
    }
    unsafe sqlite3_bind_int64(statement, at, moment.microseconds / 1_000_000)
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

  private mutating func bind(_ date: CalendarDate?, _ at: Int32, _ statement: OpaquePointer) {
    guard let date else {
      unsafe sqlite3_bind_null(statement, at)
      return
    }
    let slot = unsafe self.slot(of: at)
    unsafe dates.copy(date) { unsafe slot[$0] = $1 }
    unsafe bind(UnsafeBufferPointer(rebasing: slot[..<10]), at, statement)
  }

  private mutating func bind(_ moment: Moment?, _ at: Int32, _ statement: OpaquePointer) {
    guard let moment else {
      unsafe sqlite3_bind_null(statement, at)
      return
    }
    let slot = unsafe self.slot(of: at)
    let count = unsafe dates.copy(moment) { unsafe slot[$0] = $1 }
    unsafe bind(UnsafeBufferPointer(rebasing: slot[..<count]), at, statement)
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
    let slot = unsafe self.slot(of: at)
    for i in 0..<bytes.count { unsafe slot[i] = bytes[i] }
    unsafe bind(UnsafeBufferPointer(rebasing: slot[..<bytes.count]), at, statement)
  }

  /// The scratch that belongs to a parameter.
  private func slot(of parameter: Int32) -> UnsafeMutableBufferPointer<UInt8> {
    let start = unsafe (Int(parameter) - 1) * Self.slot
    return unsafe UnsafeMutableBufferPointer(rebasing: scratch[start..<start + Self.slot])
  }

  private func bind(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int32, _ statement: OpaquePointer
  ) {
    _ = unsafe bytes.withMemoryRebound(to: CChar.self) {
      unsafe sqlite3_bind_text(statement, at, $0.baseAddress, Int32($0.count), nil)
    }
  }
}
