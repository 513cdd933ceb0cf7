internal import GRDBSQLite

/// The parameters of a statement, counted from 0, row by row.
///
/// A pointer handed to SQLite is its caller's: it must last until the statement has run.
@unsafe struct BoundParameters {
  /// How many there are for each row.
  let columns: Int
  private var statement: OpaquePointer?
  private let scratch: UnsafeMutableBufferPointer<UInt8>
  /// Which have a value: NULL is not bound to one that is NULL.
  private let areBound: UnsafeMutableBufferPointer<Bool>

  /// Bytes of scratch for a parameter: a moment takes 27.
  static let slotSize = 32

  init(
    columns: Int, scratch: UnsafeMutableBufferPointer<UInt8>,
    areBound: UnsafeMutableBufferPointer<Bool>
  ) {
    unsafe self.columns = columns
    unsafe self.scratch = unsafe scratch
    unsafe self.areBound = unsafe areBound
  }

  /// The same of another statement.
  func of(_ statement: OpaquePointer) -> Self {
    var parameters = unsafe self
    unsafe parameters.statement = unsafe statement
    return unsafe parameters
  }

  /// A statement that has just been made has no value yet.
  func forget() { unsafe areBound.update(repeating: false) }

  @inline(__always)
  func bind(_ number: Int64, _ at: Int) {
    unsafe areBound[at] = true
    unsafe sqlite3_bind_int64(statement, Int32(truncatingIfNeeded: at + 1), number)
  }

  @inline(__always)
  func bind(_ number: Int64?, _ at: Int) {
    if let number {
      unsafe bind(number, at)
    } else {
      unsafe bindNull(at)
    }
  }

  @inline(__always)
  func bindNull(_ at: Int) {
    guard unsafe areBound[at] else { return }
    unsafe areBound[at] = false
    unsafe sqlite3_bind_null(statement, Int32(truncatingIfNeeded: at + 1))
  }

  func bind(_ word: StaticString, _ at: Int) {
    unsafe bind(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount), at)
  }

  @inline(__always)
  func bind(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
    unsafe areBound[at] = true
    _ = unsafe bytes.withMemoryRebound(to: CChar.self) {
      unsafe sqlite3_bind_text(
        statement, Int32(truncatingIfNeeded: at + 1), $0.baseAddress,
        Int32(truncatingIfNeeded: $0.count), nil)
    }
  }

  /// The scratch that belongs to a parameter.
  func slot(of parameter: Int) -> UnsafeMutableBufferPointer<UInt8> {
    let start = unsafe parameter * Self.slotSize
    return unsafe UnsafeMutableBufferPointer(rebasing: scratch[start..<start + Self.slotSize])
  }
}
