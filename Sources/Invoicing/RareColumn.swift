/// A column of which most have one value in every row, and then take no memory.
package struct RareColumn<Value: Equatable & Sendable>: Sendable {
  /// What a row has that has nothing of its own.
  @usableFromInline let common: Value
  /// All values once one differs, none before.
  @usableFromInline var values: [Value] = []
  package private(set) var count = 0

  package init(_ common: Value) { self.common = common }

  @inlinable package subscript(row: Int) -> Value { values.isEmpty ? common : values[row] }

  /// Whether no row has a value of its own.
  package var isCommon: Bool { values.isEmpty }

  package mutating func append(_ value: Value) {
    if values.isEmpty, value != common {
      values = Array(repeating: common, count: count)
    }
    if !values.isEmpty || value != common { values.append(value) }
    count += 1
  }
}
