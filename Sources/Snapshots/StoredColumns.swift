/// Where the columns of a table stand in its rows as they are read.
struct StoredColumns: Sendable {
  /// Those that are read, in their order.
  let names: [String]
  private let places: [String: Int32]
  /// As many rows as the table may have; none that it has for sure.
  let mostRows: Int

  init(_ names: [String], mostRows: Int) {
    self.names = names
    self.mostRows = mostRows
    places = [String: Int32](
      uniqueKeysWithValues: names.enumerated().map { ($1, Int32(truncatingIfNeeded: $0)) })
  }

  /// The place of a column; `StoredRow.absent` where the table lacks it.
  subscript(name: String) -> Int32 { places[name] ?? StoredRow.absent }
}
