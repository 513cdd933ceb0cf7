internal import Digests
internal import Invoicing

/// The SHA-256 of tables, one after the other, in an encoding that no two contents share.
///
/// Whole numbers are little-endian. A table is its name, the number of its columns (32 bits), the
/// number of its rows (64 bits) and its columns; a column is its name, a byte for its kind, and its
/// cells from first to last. A name or text is its length in bytes (32 bits) and its UTF-8 bytes;
/// an absent text has length 0. Amounts and numbers take 64 bits, row numbers 32, dates 32 (days
/// since 1970-01-01), moments 64 (microseconds since then), a flag a byte, a currency the three
/// letters of its code. Absent: the least number of the width, three zero bytes for a currency. Of
/// words the column has first their number (a byte) and all of them, then a byte for each cell.
struct TableDigest {
  private var digest = SHA256Digest()
  private var buffer: [UInt8] = []

  init() { buffer.reserveCapacity(Self.block + 64) }

  mutating func feed(_ table: StoredTable) {
    put(name: table.name)
    put(UInt32(table.columns.count))
    put(UInt64(table.count))
    for column in table.columns {
      put(name: column.name)
      put(UInt8(column.cells.kind))
      feed(column.cells, table)
    }
  }

  /// The digest of all tables fed so far.
  mutating func hexDigits() -> String {
    flush()
    return digest.hexDigits()
  }

  private mutating func feed(_ cells: Cells, _ table: StoredTable) {
    switch cells {
    case .texts(let texts): put(texts, table.texts)
    case .integers(let numbers): for number in numbers { put(UInt64(bitPattern: number)) }
    case .optionalIntegers(let numbers):
      for number in numbers { put(UInt64(bitPattern: number ?? .min)) }
    case .rows(let rows): for row in rows { put(row) }
    case .flags(let flags): for flag in flags { put(UInt8(flag ? 1 : 0)) }
    case .dates(let dates): for date in dates { put(UInt32(bitPattern: date.days)) }
    case .optionalDates(let dates):
      for row in 0..<table.count { put(UInt32(bitPattern: dates[row]?.days ?? .min)) }
    case .moments(let moments):
      for moment in moments { put(UInt64(bitPattern: moment.microseconds)) }
    case .optionalMoments(let moments):
      for row in 0..<table.count {
        put(UInt64(bitPattern: moments[row]?.microseconds ?? .min))
      }
    case .words(let codes, let words):
      put(UInt8(words.count))
      for word in words { put(name: "\(word)") }
      for code in codes { put(code) }
    case .currencies(let currencies):
      var codes = CurrencyCodes()
      for currency in currencies { put(codes.code(of: currency)) }
    case .optionalCurrencies(let currencies):
      var codes = CurrencyCodes()
      for currency in currencies { put(codes.code(of: currency)) }
    }
  }

  private mutating func put(name: String) {
    put(UInt32(name.utf8.count))
    buffer.append(contentsOf: name.utf8)
  }

  private mutating func put(_ code: CurrencyCodes.Code) {
    put(code.a)
    put(code.b)
    put(code.c)
  }

  private mutating func put<Number: FixedWidthInteger>(_ number: Number) {
    if buffer.count >= Self.block { flush() }
    var rest = number.littleEndian
    // The number's own bytes, lent for the call alone.
    unsafe withUnsafeBytes(of: &rest) { unsafe buffer.append(contentsOf: $0) }
  }

  private mutating func put(_ cells: [Text], _ texts: TextTable) {
    let arena = texts.arenaBytes
    let starts = texts.textStarts
    for text in cells {
      let start = starts[Int(text.index)]
      let end = starts[Int(text.index) + 1]
      put(UInt32(end - start))
      // A part of the arena, lent for the call alone.
      unsafe arena.extracting(start..<end).withUnsafeBufferPointer {
        unsafe buffer.append(contentsOf: $0)
      }
    }
  }

  private mutating func flush() {
    digest.update(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Bytes that are worth a call.
  private static let block = 1 << 16
}

extension Cells {
  /// A number for the kind of cells, which no later kind may take.
  fileprivate var kind: Int {
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
    case .optionalCurrencies: 12
    }
  }
}
