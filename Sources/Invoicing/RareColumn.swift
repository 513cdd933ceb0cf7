/// A column of which most have one value in every row, and then take no memory.
///
/// Generic code is as fast as any only within its module: see `RareNumbers` and `RareTexts`.
struct RareColumn<Value: Equatable & Sendable>: Sendable {
  /// What a row has that has nothing of its own.
  private let common: Value
  /// All values once one differs, none before.
  private var values: [Value] = []
  private(set) var count = 0

  init(_ common: Value) { self.common = common }

  subscript(row: Int) -> Value { values.isEmpty ? common : values[row] }

  /// Whether no row has a value of its own.
  var isCommon: Bool { values.isEmpty }

  mutating func append(_ value: Value) {
    if values.isEmpty, value != common { values = Array(repeating: common, count: count) }
    if !values.isEmpty || value != common { values.append(value) }
    count += 1
  }
}
