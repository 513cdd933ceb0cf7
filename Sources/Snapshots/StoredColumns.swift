/// Where the columns of a table stand in its rows as they are stored.
struct StoredColumns: Sendable {
  /// In their order; that of the row's number among them.
  let names: [String]
  /// The column whose value is the row's number.
  let rowid: String
  private let places: [String: Int32]
  /// The page at which the table begins.
  let root: UInt32
  /// As many rows as the table may have; none that it has for sure.
  let mostRows: Int

  init(_ names: [String], rowid: String, root: UInt32, mostRows: Int) {
    self.names = names
    self.rowid = rowid
    self.root = root
    self.mostRows = mostRows
    places = [String: Int32](
      names.enumerated().map { ($1, Int32(truncatingIfNeeded: $0)) }, uniquingKeysWith: { $1 })
  }

  /// The place of a column; `StoredRecord.absent` where the table lacks it.
  subscript(name: String) -> Int32 { places[name] ?? StoredRecord.absent }
}
