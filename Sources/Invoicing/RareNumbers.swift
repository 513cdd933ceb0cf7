/// A column of numbers of which most are 0; where all are, it takes no memory.
package struct RareNumbers: Sendable {
  private var column = RareColumn<Int64>(0)

  package init() {}

  package var count: Int { column.count }

  /// Whether all are 0.
  package var areNone: Bool { column.isCommon }

  package subscript(row: Int) -> Int64 { column[row] }

  package mutating func append(_ number: Int64) { column.append(number) }
}
