internal import Digests
internal import Invoicing

/// The SHA-256 of tables, one after the other, in an encoding that no two contents share.
///
/// Whole numbers are little-endian. A table is its name, the number of its columns (32 bits), the
/// number of its rows (64 bits) and its columns; a column is its name, a byte for its kind, and its
/// cells from first to last. A name or text is its length in bytes (32 bits) and its UTF-8 bytes;
/// an absent text has length 0. Amounts and numbers take 64 bits, dates 32 (days since
/// 1970-01-01), moments 64 (microseconds since then), a flag a byte, a currency the three
/// letters of its code. Absent: the least number of the width, three zero bytes for a currency. Row
/// numbers are a zero byte where they are 1, 2, 3 …, else a one and 32 bits each. Of words the
/// column has first their number (a byte) and all of them, then a byte for each cell.
/// What is stored as a number for something that another table holds takes 32 bits, 0 where it is
/// absent; of references a text that is no such thing is 32 set bits and the text. A head
/// (`InvoiceHeads`) takes 64 bits, behind the words of the status. Of a column that says what is
/// not as it mostly is, each cell that has a value is its place, counted from 0 (32 bits), and the
/// value (64 bits, or the text); 32 set bits end it.
struct TableDigest {
  private var digest = SHA256Digest()

  /// Feeds a table: name, size, and column by column.
  mutating func feed(_ table: StoredTable) {
    // The block is lent to the buffer for as long as the buffer lives.
    digest = unsafe withUnsafeTemporaryAllocation(byteCount: DigestBuffer.size, alignment: 8) {
      var buffer = unsafe DigestBuffer(digest, block: $0)
      unsafe Self.put(name: table.name, into: &buffer)
      unsafe buffer.put(UInt32(table.columns.count))
      unsafe buffer.put(UInt64(table.count))
      for column in table.columns {
        unsafe Self.put(name: column.name, into: &buffer)
        unsafe buffer.put(column.cells.kind)
        unsafe Self.put(column.cells, of: table, into: &buffer)
      }
      return unsafe buffer.finish()
    }
  }

  /// The digest of all tables fed so far.
  func hexDigits() -> String { digest.hexDigits() }

  private static func put(
    _ cells: Cells, of table: StoredTable, into buffer: inout DigestBuffer
  ) {
    switch cells {
    case .texts(let texts): unsafe put(texts, table.texts, into: &buffer)
    case .integers(let numbers): unsafe buffer.put(column: numbers)
    case .optionalIntegers(let numbers):
      for number in numbers { unsafe buffer.put(number ?? .min) }
    case .rows(let rows):
      unsafe buffer.put(UInt8(rows.arePlain ? 0 : 1))
      if !rows.arePlain { for row in 0..<table.count { unsafe buffer.put(rows[row]) } }
    case .flags(let flags): for flag in flags { unsafe buffer.put(UInt8(flag ? 1 : 0)) }
    case .dates(let dates): for date in dates { unsafe buffer.put(date.days) }
    case .optionalDates(let dates):
      for row in 0..<table.count { unsafe buffer.put(dates[row]?.days ?? .min) }
    case .moments(let moments), .seconds(let moments):
      for moment in moments { unsafe buffer.put(moment.microseconds) }
    case .optionalMoments(let moments), .optionalSeconds(let moments):
      for row in 0..<table.count { unsafe buffer.put(moments[row]?.microseconds ?? .min) }
    case .words(let codes, let words), .codes(let codes, let words):
      unsafe buffer.put(UInt8(words.count))
      for word in words { unsafe put(name: "\(word)", into: &buffer) }
      unsafe buffer.put(column: codes)
    case .currencies(let currencies):
      var codes = CurrencyCodes()
      for currency in currencies { unsafe put(codes.code(of: currency), into: &buffer) }
    default: unsafe putNumbers(cells, of: table, into: &buffer)
    }
  }

  /// What is stored as numbers for something that another table has.
  private static func putNumbers(
    _ cells: Cells, of table: StoredTable, into buffer: inout DigestBuffer
  ) {
    switch cells {
    case .references(let texts, let numbers):
      unsafe put(texts, table.texts, into: &buffer) { text, _ in numbers[text] }
    case .ledgerReferences(let texts, let ledgers, let numbers):
      unsafe put(texts, table.texts, into: &buffer) { text, row in
        numbers[Int(ledgers[row].rawValue)][text]
      }
    case .heads(let heads):
      unsafe buffer.put(UInt8(heads.words.count))
      for word in heads.words { unsafe put(name: "\(word)", into: &buffer) }
      unsafe buffer.put(column: heads.numbers)
    case .currencyPlaces(let currencies, let places):
      for currency in currencies {
        unsafe buffer.put(currency.map { UInt32(places[$0.ordinal]) + 1 } ?? 0)
      }
    default: unsafe putRarities(cells, of: table, into: &buffer)
    }
  }

  /// What most rows do not have.
  private static func putRarities(
    _ cells: Cells, of table: StoredTable, into buffer: inout DigestBuffer
  ) {
    switch cells {
    case .rareTexts(let texts):
      for row in 0..<texts.count where !texts[row].isAbsent {
        unsafe buffer.put(UInt32(truncatingIfNeeded: row))
        unsafe put([texts[row]], table.texts, into: &buffer)
      }
      unsafe buffer.put(UInt32.max)
    case .rarities(let numbers):
      unsafe put(table.count, into: &buffer) { numbers[$0] == 0 ? nil : numbers[$0] }
    case .totals(let totals, let columns):
      unsafe put(table.count, into: &buffer) {
        totals[$0] == columns.sum($0) ? nil : totals[$0]
      }
    case .secondsBeyond(let heads):
      unsafe put(table.count, into: &buffer) { heads.secondBeyond($0) }
    case .partiesBeyond(let heads):
      unsafe put(table.count, into: &buffer) { heads.partyBeyond($0) }
    default: preconditionFailure("all other kinds of cells have been fed")
    }
  }

  @inline(__always)
  private static func put(
    _ rows: Int, into buffer: inout DigestBuffer, _ value: (Int) -> Int64?
  ) {
    for row in 0..<rows {
      guard let value = value(row) else { continue }
      unsafe buffer.put(UInt32(truncatingIfNeeded: row))
      unsafe buffer.put(value)
    }
    unsafe buffer.put(UInt32.max)
  }

  private static func put(name: String, into buffer: inout DigestBuffer) {
    let bytes = Array(name.utf8)
    unsafe buffer.put(UInt32(bytes.count))
    // The bytes are lent for the call alone.
    unsafe bytes.withUnsafeBytes { unsafe buffer.put($0) }
  }

  /// Numbers of texts, and the texts that have none.
  @inline(__always)
  private static func put(
    _ cells: [Text], _ texts: TextTable, into buffer: inout DigestBuffer,
    _ number: (Text, Int) -> UInt32
  ) {
    for (row, text) in cells.enumerated() {
      let number = number(text, row)
      if number != 0 || text.isAbsent {
        unsafe buffer.put(number)
      } else {
        unsafe buffer.put(UInt32.max)
        unsafe put([text], texts, into: &buffer)
      }
    }
  }

  private static func put(_ code: CurrencyCodes.Code, into buffer: inout DigestBuffer) {
    unsafe buffer.put(code.a)
    unsafe buffer.put(code.b)
    unsafe buffer.put(code.c)
  }

  private static func put(
    _ cells: [Text], _ texts: TextTable, into buffer: inout DigestBuffer
  ) {
    let starts = texts.textStarts
    // The arena is lent for the closure alone.
    unsafe texts.arenaBytes.withUnsafeBytes { arena in
      for text in cells {
        let range = starts[Int(text.index)]..<starts[Int(text.index) + 1]
        unsafe buffer.put(text: range, of: arena)
      }
    }
  }
}

extension Cells {
  /// A number for the kind of cells, which no later kind may take.
  fileprivate var kind: UInt8 {
    switch self {
    case .texts: 1
    case .integers: 2
    case .optionalIntegers: 3
    case .rows: 4
    case .flags: 5
    case .dates: 6
    case .optionalDates: 7
    case .moments: 8
    case .optionalMoments: 9
    case .words: 10
    case .currencies: 11
    case .references: 14
    case .ledgerReferences: 15
    case .rarities: 16
    case .totals: 17
    case .seconds: 20
    case .optionalSeconds: 21
    case .codes: 22
    case .currencyPlaces: 24
    case .heads: 25
    case .secondsBeyond: 26
    case .partiesBeyond: 27
    case .rareTexts: 28
    }
  }
}
