/// What a scan finds besides the cells themselves.
struct ScannedRows {
  /// The rows whose cells are there, one behind another.
  var places: [RowPlace] = []
  var broken: [BrokenRow] = []
  /// Cells in which doubled quotes stand for single ones, by their place among all cells.
  var escapedCells: [Int] = []
  var illFormed: [IllFormedRow] = []
  /// Whether any byte is beyond ASCII.
  var hasHighBytes = false
  /// False where no cell has a `;` or a line break.
  var mayHaveBadIDs = false

  mutating func removeAll() {
    places.removeAll(keepingCapacity: true)
    broken.removeAll(keepingCapacity: true)
    escapedCells.removeAll(keepingCapacity: true)
    illFormed.removeAll(keepingCapacity: true)
    hasHighBytes = false
    mayHaveBadIDs = false
  }

  @inline(__always)
  mutating func note(_ mask: SeparatorMask) {
    if mask.hasHighBytes { hasHighBytes = true }
    if mask.mayHaveSemicolons { mayHaveBadIDs = true }
  }

  mutating func dropEscapedCells(from cell: Int) {
    while let last = escapedCells.last, last >= cell { escapedCells.removeLast() }
  }
}

/// Where a row stands in the buffer and in its file.
struct RowPlace {
  /// Its bytes, without the end of the line.
  var bytes: Range<Int>
  /// The line on which it begins; the header's is 1.
  var line: Int
  /// The number of the data row; the first is 1.
  var ordinal: UInt32
}

/// A row that is not UTF-8.
struct IllFormedRow {
  /// Its place among the rows whose cells are there.
  let row: Int
  /// The byte at fault in the buffer.
  let position: Int
}

/// A row that cannot be cut into its cells.
struct BrokenRow {
  var place: RowPlace
  /// The field at fault, counted from 0; nil: the row as a whole.
  var field: Int?
  var fault: CellFault
  /// Where the fault is in the buffer; nil: the field.
  var position: Int?
}
