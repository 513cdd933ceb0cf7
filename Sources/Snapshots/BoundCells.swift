internal import GRDBSQLite
internal import Invoicing

/// Binds the cells of some rows to the parameters of a statement (see `BulkInsert`).
///
/// Every pointer handed to SQLite points into `arena` or a literal, which outlive the statement's
/// run, or into the parameter's own slot of `scratch`.
@unsafe struct BoundCells {
  private let arena: UnsafeBufferPointer<UInt8>
  private let starts: UnsafeBufferPointer<Int>
  private let parameters: BoundParameters
  private var codes = CurrencyCodes()
  private var dates = DateTexts()
  /// Nobody needs it; but what is read for it is at hand afterwards.
  private var fetched: UInt8 = 0

  init(
    arena: UnsafeBufferPointer<UInt8>, starts: UnsafeBufferPointer<Int>,
    parameters: BoundParameters
  ) {
    unsafe self.arena = unsafe arena
    unsafe self.starts = unsafe starts
    unsafe self.parameters = unsafe parameters
  }

  /// Binds one column's cells of some rows, from a parameter on.
  mutating func bind(
    _ cells: Cells, rows: Range<Int>, from first: Int, to statement: OpaquePointer
  ) {
    let to = unsafe parameters.of(statement)
    switch cells {
    case .texts(let texts):
      unsafe fetch(texts[rows])
      unsafe each(rows, first, to) { unsafe $0.bind(texts[$1], $2, to) }
    case .integers(let numbers):
      unsafe each(rows, first, to) { unsafe to.bind(numbers[$1], $2) }
    case .optionalIntegers(let numbers):
      unsafe each(rows, first, to) { unsafe to.bind(numbers[$1], $2) }
    case .rows(let numbers):
      unsafe each(rows, first, to) { unsafe to.bind(Int64(numbers[$1]), $2) }
    case .flags(let flags):
      unsafe each(rows, first, to) { unsafe to.bind(flags[$1] ? 1 as Int64 : 0, $2) }
    case .dates(let dates):
      unsafe each(rows, first, to) { unsafe $0.bind(dates[$1], $2, to) }
    case .optionalDates(let dates):
      unsafe each(rows, first, to) { unsafe $0.bind(dates[$1], $2, to) }
    case .moments(let moments):
      unsafe each(rows, first, to) { unsafe $0.bind(moments[$1], $2, to) }
    case .optionalMoments(let moments):
      unsafe each(rows, first, to) { unsafe $0.bind(moments[$1], $2, to) }
    case .words(let codes, let words):
      unsafe each(rows, first, to) { unsafe to.bind(words[Int(codes[$1])], $2) }
    case .currencies(let currencies):
      unsafe each(rows, first, to) { unsafe $0.bind(currencies[$1], $2, to) }
    default: unsafe bindNumbers(cells, rows, first, to)
    }
  }

  /// Binds what is stored as numbers for something else.
  private mutating func bindNumbers(
    _ cells: Cells, _ rows: Range<Int>, _ first: Int, _ to: BoundParameters
  ) {
    switch cells {
    case .references(let texts, let numbers):
      unsafe fetch(texts[rows], numbers)
      unsafe each(rows, first, to) { unsafe $0.bind(texts[$1], or: numbers[texts[$1]], $2, to) }
    case .ledgerReferences(let texts, let ledgers, let numbers):
      unsafe each(rows, first, to) {
        let number = numbers[Int(ledgers[$1].rawValue)][texts[$1]]
        unsafe $0.bind(texts[$1], or: number, $2, to)
      }
    case .seconds(let moments):
      unsafe each(rows, first, to) { unsafe $0.bind(seconds: moments[$1], $2, to) }
    case .optionalSeconds(let moments):
      unsafe each(rows, first, to) { unsafe $0.bind(seconds: moments[$1], $2, to) }
    case .codes(let codes, _):
      unsafe each(rows, first, to) { unsafe to.bind(Int64(codes[$1]), $2) }
    case .currencyPlaces(let currencies, let places):
      unsafe each(rows, first, to) {
        unsafe to.bind(currencies[$1].map { Int64(places[$0.ordinal]) }, $2)
      }
    case .heads(let heads):
      unsafe each(rows, first, to) { unsafe to.bind(heads.numbers[$1], $2) }
    default: unsafe bindRarities(cells, rows, first, to)
    }
  }

  /// Binds what most rows do not have.
  private mutating func bindRarities(
    _ cells: Cells, _ rows: Range<Int>, _ first: Int, _ to: BoundParameters
  ) {
    switch cells {
    case .rareTexts(let texts):
      unsafe each(rows, first, to) { unsafe $0.bind(texts[$1], $2, to) }
    case .rarities(let numbers):
      unsafe each(rows, first, to) { unsafe to.bind(numbers[$1] == 0 ? nil : numbers[$1], $2) }
    case .totals(let totals, let columns):
      unsafe each(rows, first, to) {
        unsafe to.bind(totals[$1] == columns.sum($1) ? nil : totals[$1], $2)
      }
    case .secondsBeyond(let heads):
      unsafe each(rows, first, to) { unsafe to.bind(heads.secondBeyond($1), $2) }
    case .partiesBeyond(let heads):
      unsafe each(rows, first, to) { unsafe to.bind(heads.partyBeyond($1), $2) }
    default: preconditionFailure("all other kinds of cells have been bound")
    }
  }

  /// Goes through rows, with the parameter that each one's cell is bound to.
  @inline(__always)
  private mutating func each(
    _ rows: Range<Int>, _ first: Int, _ to: BoundParameters,
    _ body: (inout BoundCells, Int, Int) -> Void
  ) {
    var parameter = first
    for row in rows {
      unsafe body(&self, row, parameter)
      unsafe parameter += to.columns
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

  /// The same of the numbers of texts.
  private mutating func fetch(_ texts: ArraySlice<Text>, _ numbers: TextNumbers) {
    for text in texts { unsafe fetched ^= UInt8(truncatingIfNeeded: numbers[text]) }
  }

  @inline(__always)
  private func bind(_ text: Text, _ at: Int, _ to: BoundParameters) {
    guard !text.isAbsent else { return unsafe to.bindNull(at) }
    let start = unsafe starts[Int(text.index)]
    let end = unsafe starts[Int(text.index) + 1]
    unsafe to.bind(UnsafeBufferPointer(rebasing: arena[start..<end]), at)
  }

  @inline(__always)
  private func bind(_ text: Text, or number: UInt32, _ at: Int, _ to: BoundParameters) {
    if number == 0 {
      unsafe bind(text, at, to)
    } else {
      unsafe to.bind(Int64(number), at)
    }
  }

  @inline(__always)
  private mutating func bind(seconds moment: Moment?, _ at: Int, _ to: BoundParameters) {
    guard let moment else { return unsafe to.bindNull(at) }
    let (seconds, rest) = moment.microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    if rest == 0 {
      unsafe to.bind(seconds, at)
    } else {
      unsafe bind(moment, at, to)
    }
  }

  private mutating func bind(_ date: CalendarDate?, _ at: Int, _ to: BoundParameters) {
    guard let date else { return unsafe to.bindNull(at) }
    let slot = unsafe to.slot(of: at)
    unsafe dates.copy(date) { unsafe slot[$0] = $1 }
    unsafe to.bind(UnsafeBufferPointer(rebasing: slot[..<10]), at)
  }

  private mutating func bind(_ moment: Moment?, _ at: Int, _ to: BoundParameters) {
    guard let moment else { return unsafe to.bindNull(at) }
    let slot = unsafe to.slot(of: at)
    let count = unsafe dates.copy(moment) { unsafe slot[$0] = $1 }
    unsafe to.bind(UnsafeBufferPointer(rebasing: slot[..<count]), at)
  }

  private mutating func bind(_ currency: Currency, _ at: Int, _ to: BoundParameters) {
    let code = unsafe codes.code(of: currency)
    let slot = unsafe to.slot(of: at)
    (unsafe slot[0], unsafe slot[1], unsafe slot[2]) = (code.a, code.b, code.c)
    unsafe to.bind(UnsafeBufferPointer(rebasing: slot[..<3]), at)
  }
}
