internal import Invoicing

/// The cells of a row as it is stored, by the places of their columns.
package protocol StoredCells: ~Copyable {
  /// The number in a cell; nil: there is none.
  func optionalInteger(_ column: Int32) -> Int64?

  func isNull(_ column: Int32) -> Bool

  func bad(_ column: Int32, _ expected: String) -> BadStoredCell
}

extension StoredCells where Self: ~Copyable {
  @inline(__always)
  package func integer(_ column: Int32) throws(BadStoredCell) -> Int64 {
    guard let number = optionalInteger(column) else { throw bad(column, "a number") }
    return number
  }

  /// A number small enough that sums of many never overflow.
  @inline(__always)
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

  @inline(__always)
  package func rowNumber(_ column: Int32) throws(BadStoredCell) -> UInt32 {
    guard let number = UInt32(exactly: try integer(column)) else {
      throw bad(column, "a row number")
    }
    return number
  }

  @inline(__always)
  package func flag(_ column: Int32) throws(BadStoredCell) -> Bool {
    switch try integer(column) {
    case 0: return false
    case 1: return true
    default: throw bad(column, "0 or 1")
    }
  }

  @inline(__always)
  func code<Word: CodedWord>(_ column: Int32, _ type: Word.Type) throws(BadStoredCell) -> Word {
    guard let word = UInt8(exactly: try integer(column)).flatMap(Word.init(rawValue:)) else {
      throw bad(column, "the number of one of \(Word.words)")
    }
    return word
  }
}
