/// A column of moments, some of them absent, in eight bytes each.
package struct MomentColumn: Sendable {
  @usableFromInline var microseconds: [Int64] = []

  package init() {}

  /// Makes room for so many rows.
  package mutating func reserve(_ rows: Int) { microseconds.reserveCapacity(rows) }

  @inlinable package subscript(row: Int) -> Moment? {
    microseconds[row] == .min ? nil : Moment(microseconds: microseconds[row])
  }

  package mutating func append(_ moment: Moment?) {
    microseconds.append(moment?.microseconds ?? .min)
  }
}
