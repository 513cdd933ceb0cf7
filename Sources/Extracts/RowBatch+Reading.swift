internal import Invoicing

/// Columns of values; where a row is bad its value is a stand-in that nobody sees.
extension RowBatch {
  /// Reads a column by a function that is inlined; `absent` stands for an empty cell, nil where
  /// there must be a value.
  @inline(__always)
  private mutating func values<Value>(
    _ column: ExtractColumn, _ kind: ValueKind, absent: Value?, standIn: Value,
    _ read: (Span<UInt8>) -> Value?
  ) -> [Value] {
    guard let place = layout.place(of: column) else {
      return Array(repeating: absent ?? standIn, count: count)
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for row in 0..<count {
      let cell = cell(row, place)
      if cell.isEmpty {
        if absent == nil { mark(row, place, .missingValue(kind)) }
        values.append(absent ?? standIn)
      } else if let value = read(chunk.buffer.bytes.span.extracting(cell.bounds)) {
        values.append(value)
      } else {
        mark(row, place, .malformed(kind, value: text(of: cell)))
        values.append(standIn)
      }
    }
    return values
  }

  mutating func dates(_ column: ExtractColumn) -> [CalendarDate] {
    values(column, .date, absent: nil, standIn: CalendarDate(days: 0)) { CalendarDate($0) }
  }

  mutating func optionalDates(_ column: ExtractColumn) -> [CalendarDate?] {
    values(column, .date, absent: .some(nil), standIn: nil) { bytes in
      CalendarDate(bytes).map { .some($0) }
    }
  }

  mutating func moments(_ column: ExtractColumn) -> [Moment] {
    values(column, .moment, absent: nil, standIn: Moment(microseconds: 0)) { Moment($0) }
  }

  mutating func optionalMoments(_ column: ExtractColumn) -> [Moment?] {
    values(column, .moment, absent: .some(nil), standIn: nil) { bytes in
      Moment(bytes).map { .some($0) }
    }
  }

  mutating func words<Word: CodedWord>(_ column: ExtractColumn, _ type: Word.Type) -> [Word] {
    let dictionary = WordList<Word>()
    return values(
      column, .word(Word.words), absent: nil, standIn: dictionary.first
    ) { dictionary.find($0) }
  }

  /// The currencies; nil where there is no good one.
  mutating func currencies() -> [Currency?] {
    var last: (key: UInt32, currency: Currency)?
    return values(.currency, .currency, absent: nil, standIn: Currency?.none) { bytes in
      guard bytes.count == 3 else { return nil }
      let key = UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16
      if let last, last.key == key { return last.currency }
      guard let currency = Currency(bytes) else { return nil }
      last = (key, currency)
      return currency
    }
  }

  mutating func byteCounts(_ column: ExtractColumn) -> [Int64?] {
    values(column, .byteCount, absent: .some(nil), standIn: nil) { bytes in
      var value: Int64 = 0
      for i in 0..<bytes.count {
        let digit = bytes[i] &- 48
        guard digit < 10, i < 18 else { return nil }
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
    var amounts: [Int64] = []
    amounts.reserveCapacity(count)
    for row in 0..<count {
      let cell = cell(row, place)
      let decimals = decimals[row]
      var amount: Int64 = 0
      if cell.isEmpty {
        if isNeeded { mark(row, place, .missingValue(.amount(decimals: decimals))) }
      } else {
        do throws(DecimalFault) {
          amount = try decimal(cell, decimals)
        } catch {
          let kind = ValueKind.amount(decimals: decimals)
          let code = currencies[row]?.code
          mark(row, place, fault(error, kind, decimals, code, text(of: cell)))
        }
      }
      amounts.append(amount)
    }
    return amounts
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
