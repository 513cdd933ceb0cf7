internal import Invoicing

/// Columns of values; where a row is bad its value is a stand-in that nobody sees.
extension RowBatch {
  /// Reads a column by a function that is inlined; `absent` stands for an empty cell, nil where
  /// there must be a value.
  @inline(__always)
  private mutating func values<Value>(
    _ column: ExtractColumn, _ kind: ValueKind, absent: Value?, standIn: Value,
    _ read: (Span<UInt8>, CellRange) -> Value?
  ) -> [Value] {
    guard let place = layout.place(of: column) else {
      return Array(repeating: absent ?? standIn, count: count)
    }
    let (values, bad) = good(place, absent: absent, standIn: standIn, read)
    for row in bad {
      let cell = cell(row, place)
      mark(
        row, place, cell.isEmpty ? .missingValue(kind) : .malformed(kind, value: text(of: cell)))
    }
    return values
  }

  /// The values of a column, and the rows that have none.
  @inline(__always)
  private func good<Value>(
    _ place: Int, absent: Value?, standIn: Value, _ read: (Span<UInt8>, CellRange) -> Value?
  ) -> (values: [Value], bad: [Int]) {
    var values = Array(repeating: absent ?? standIn, count: count)
    var bad: [Int] = []
    var good = values.mutableSpan
    let (cells, bytes) = (chunk.cells.span, chunk.buffer.bytes.span)
    var at = place
    for row in 0..<good.count {
      let cell = cells[at]
      at &+= layout.stride
      if cell.isEmpty {
        if absent == nil { bad.append(row) }
      } else if let value = read(bytes, cell) {
        good[row] = value
      } else {
        bad.append(row)
      }
    }
    return (values, bad)
  }

  mutating func dates(_ column: ExtractColumn) -> [CalendarDate] {
    values(column, .date, absent: nil, standIn: CalendarDate(days: 0)) { bytes, cell in
      cell.count == 10 ? CalendarDate(bytes, at: Int(cell.start)) : nil
    }
  }

  mutating func optionalDates(_ column: ExtractColumn) -> [CalendarDate?] {
    values(column, .date, absent: .some(nil), standIn: nil) { bytes, cell in
      guard cell.count == 10 else { return nil }
      return CalendarDate(bytes, at: Int(cell.start)).map { .some($0) }
    }
  }

  mutating func moments(_ column: ExtractColumn) -> [Moment] {
    values(column, .moment, absent: nil, standIn: Moment(microseconds: 0)) { bytes, cell in
      Moment(bytes.extracting(cell.bounds))
    }
  }

  mutating func optionalMoments(_ column: ExtractColumn) -> [Moment?] {
    values(column, .moment, absent: .some(nil), standIn: nil) { bytes, cell in
      Moment(bytes.extracting(cell.bounds)).map { .some($0) }
    }
  }

  mutating func words<Word: CodedWord>(_ column: ExtractColumn, _ type: Word.Type) -> [Word] {
    let dictionary = WordList<Word>()
    return values(
      column, .word(Word.words), absent: nil, standIn: dictionary.first
    ) { dictionary.find($0, $1) }
  }

  /// The currencies; nil where there is no good one.
  mutating func currencies() -> [Currency?] {
    // Books have few.
    var known: [(key: UInt32, currency: Currency)] = []
    return values(.currency, .currency, absent: nil, standIn: Currency?.none) { bytes, cell in
      guard cell.count == 3 else { return nil }
      // Behind the file's bytes stand some of no meaning.
      let key = bytes.halfWord(at: Int(cell.start)) & 0xff_ffff
      for one in known where one.key == key { return one.currency }
      guard let currency = Currency(bytes.extracting(cell.bounds)) else { return nil }
      known.append((key, currency))
      return currency
    }
  }

  mutating func byteCounts(_ column: ExtractColumn) -> [Int64?] {
    values(column, .byteCount, absent: .some(nil), standIn: nil) { bytes, cell in
      var value: Int64 = 0
      guard cell.count <= 18 else { return nil }
      for i in cell.bounds {
        let digit = bytes[i] &- 48
        guard digit < 10 else { return nil }
        value = value * 10 + Int64(digit)
      }
      return .some(value)
    }
  }

  /// Amounts in units of their last decimal.
  mutating func amounts(
    _ column: ExtractColumn, _ currencies: [Currency?], _ decimals: [Int],
    isNeeded: Bool = true
  ) -> [Int64] {
    guard let place = layout.place(of: column) else { return Array(repeating: 0, count: count) }
    var (amounts, others) = good(place, absent: isNeeded ? nil : 0, standIn: 0) { bytes, cell in
      DecimalReading.cents(bytes, in: cell)
    }
    for row in 0..<count where decimals[row] != 2 && amounts[row] != 0 { others.append(row) }
    for row in others {
      amounts[row] = amount(row, place, currencies[row], decimals[row])
    }
    return amounts
  }

  /// An amount that is read one digit after the other.
  private mutating func amount(
    _ row: Int, _ place: Int, _ currency: Currency?, _ decimals: Int
  ) -> Int64 {
    let cell = cell(row, place)
    let kind = ValueKind.amount(decimals: decimals)
    if cell.isEmpty {
      mark(row, place, .missingValue(kind))
      return 0
    }
    do throws(DecimalFault) {
      return try decimal(cell, decimals)
    } catch {
      mark(row, place, fault(error, kind, decimals, currency?.code, text(of: cell)))
      return 0
    }
  }

  /// Percentages in units of 10^-4 of one.
  mutating func rates(_ column: ExtractColumn) -> [Int64] {
    guard let place = layout.place(of: column) else { return Array(repeating: 0, count: count) }
    let decimals = LineColumns.vatRateDecimals
    var rates: [Int64] = []
    for row in 0..<count {
      let cell = cell(row, place)
      var rate: Int64 = 0
      if cell.isEmpty {
        mark(row, place, .missingValue(.rate))
      } else {
        do throws(DecimalFault) {
          rate = try decimal(cell, decimals)
        } catch {
          mark(row, place, fault(error, .rate, decimals, nil, text(of: cell)))
        }
      }
      if rate < 0 { mark(row, place, .negativeRate(value: text(of: cell))) }
      rates.append(rate)
    }
    return rates
  }

  @inline(__always)
  private func decimal(_ cell: CellRange, _ decimals: Int) throws(DecimalFault) -> Int64 {
    try DecimalReading.read(chunk.buffer.bytes.span.extracting(cell.bounds), decimals: decimals)
  }

  private func fault(
    _ fault: DecimalFault, _ kind: ValueKind, _ decimals: Int, _ currency: String?,
    _ value: String
  ) -> CellFault {
    switch fault {
    case .notANumber: .malformed(kind, value: value)
    case .tooManyDecimals:
      .tooManyDecimals(value: value, allowed: decimals, currency: currency)
    case .tooLarge: .tooLarge(kind, value: value)
    }
  }

  /// A cell's text as an error shows it.
  func text(of cell: CellRange) -> String {
    RowExcerpt(chunk.buffer.bytes.span, row: cell.bounds, marked: nil).text
  }
}
