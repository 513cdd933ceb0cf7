internal import Invoicing

/// Some rows of a file, as many as fit, and what is wrong with them.
///
/// The unit in which one core hands a file to the other. The rows are read column by column: each
/// column in one loop over them, each fault set down beside its row, and in the end what is good
/// appended to the columns of the books.
struct RowBatch {
  let layout: TableLayout
  private(set) var chunk: RowChunk
  private(set) var isBad: [Bool] = []
  private(set) var hasBad = false
  private var faults: [RowFault] = []
  /// The cells that were set to a document's value.
  private(set) var filledCells: Set<FilledCell> = []
  private var settledRows: Set<Int> = []
  private var readValues: RowValues?
  /// By place, the codes of a column's texts; none where they were not given.
  private(set) var codes: [[UInt32]] = []
  /// Prefixes that codes have and earlier batches had not.
  private(set) var newPrefixes: [SerialPrefix] = []

  init(_ layout: TableLayout, _ chunk: RowChunk) {
    self.layout = layout
    self.chunk = chunk
  }

  /// One that is not there, in the place of one that is given away.
  var withoutRoom: Self { Self(layout, RowChunk()) }

  var count: Int { chunk.rows.places.count }

  /// Whether there are any rows, broken ones included.
  var hasRows: Bool { count > 0 || !chunk.rows.broken.isEmpty }

  /// How many rows a file will have, if they are all about as long as these.
  func estimatedRows(fileSize: Int) -> Int {
    let share = Double(fileSize) / Double(max(chunk.bytesCut, 1))
    return Int(share * Double(chunk.rowCount) * 1.02) + 1
  }

  /// Fills the batch with the next rows, and reads their values where nothing else is needed for
  /// that; false when there are none.
  mutating func fill(from table: inout TableScanner) throws(FileFault) -> Bool {
    faults.removeAll(keepingCapacity: true)
    filledCells.removeAll()
    settledRows.removeAll()
    readValues = nil
    guard try table.next(&chunk) else { return false }
    isBad = Array(repeating: false, count: count)
    hasBad = false
    for row in chunk.rows.broken { faults.append(RowFault(row)) }
    for row in chunk.rows.illFormed { refuse(row) }
    if layout.stride > layout.width { emptyUnwrittenCells() }
    for cell in chunk.rows.escapedCells {
      chunk.cells[cell] = chunk.buffer.unescape(chunk.cells[cell])
    }
    codes = Array(repeating: [], count: layout.stride)
    newPrefixes = []
    if layout.place(of: .document) == nil {
      read()
      giveCodes(&table.codes)
    }
    return true
  }

  /// The values of the rows, to be asked once: where rows name documents, when those are read.
  mutating func values() -> RowValues {
    if readValues == nil { read() }
    guard let values = readValues else { preconditionFailure("they have been read") }
    readValues = nil
    return values
  }

  private mutating func read() {
    readValues = RowValues(&self)
    checkTexts()
  }

  /// Gives the texts codes, by which they are found the sooner.
  private mutating func giveCodes(_ numbering: inout TextCodes) {
    for column in layout.file.textColumns {
      guard let place = layout.place(of: column) else { continue }
      codes[place] = numbering.codes(
        of: chunk.cells.span, from: place, by: layout.stride, count: count,
        in: chunk.buffer.bytes.span)
    }
    newPrefixes = numbering.takeNewPrefixes()
  }

  /// Where the cell of a row stands in the buffer.
  @inline(__always)
  func cell(_ row: Int, _ place: Int) -> CellRange { chunk.cells[row &* layout.stride &+ place] }

  /// Sets a cell to another text than the file's.
  mutating func replace(_ row: Int, _ place: Int, with text: [UInt8]) {
    chunk.cells[row * layout.stride + place] = chunk.buffer.add(text)
  }

  /// Sets an empty cell to what the row's document says.
  mutating func fill(_ row: Int, _ place: Int, with text: [UInt8]) {
    replace(row, place, with: text)
    filledCells.insert(FilledCell(row: row, place: place))
  }

  /// Sets the cells empty that have no column in the file.
  private mutating func emptyUnwrittenCells() {
    for row in 0..<count {
      for place in layout.width..<layout.stride {
        chunk.cells[row * layout.stride + place] = .empty
      }
    }
  }

  /// Sets down what is wrong with a row; of one that is settled nothing more is said.
  mutating func mark(_ row: Int, _ place: Int?, _ fault: CellFault, at position: Int? = nil) {
    if settledRows.contains(row) { return }
    isBad[row] = true
    hasBad = true
    faults.append(
      RowFault(
        place: chunk.rows.places[row], row: row, field: place, fault: fault, position: position))
  }

  /// Sets down a fault from which others would follow.
  mutating func settle(_ row: Int, _ place: Int, _ fault: CellFault, at position: Int? = nil) {
    mark(row, place, fault, at: position)
    settledRows.insert(row)
  }

  /// The faults in the order of the file.
  func sortedFaults() -> [RowFault] {
    faults.enumerated().sorted { a, b in
      let left = (a.element.place.ordinal, a.element.field ?? -1, a.offset)
      return left < (b.element.place.ordinal, b.element.field ?? -1, b.offset)
    }.map(\.element)
  }

  private mutating func refuse(_ row: IllFormedRow) {
    let byte = chunk.buffer.bytes[row.position]
    let field = FieldFinder.field(
      at: row.position, in: chunk.rows.places[row.row].bytes, of: chunk.buffer.bytes.span)
    settle(row.row, field, .notUTF8(byte: byte), at: row.position)
  }
}

/// A cell of a batch, by its row and its place in it.
struct FilledCell: Hashable {
  let row: Int
  let place: Int
}
