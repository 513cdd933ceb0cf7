internal import Invoicing

/// A table of an extract that is being written, a quarter of a megabyte at a time.
struct NewTable: Sendable {
  private static let capacity = 256 * 1024

  let file: ExtractFile
  private let output: NewFile
  private var held: [UInt8]
  private var rows = 0
  private var isClosed = false

  init(_ file: ExtractFile, at path: String) throws(ExtractWriteFailure) {
    self.file = file
    output = try NewFile(path)
    held = Array(file.writtenColumns.map(\.rawValue).joined(separator: ",").utf8)
    held.append(UInt8(ascii: "\n"))
  }

  /// Appends a row; nothing of it where its cells are refused.
  mutating func append(
    _ fill: (inout RowCells) throws(ExtractWriteFailure) -> Void
  ) throws(ExtractWriteFailure) {
    var cells = RowCells(file, row: rows + 1)
    try fill(&cells)
    if cells.bytes.count > RowBuffer.longestRow {
      throw .badValue(
        file: file, row: rows + 1, column: "", fault: .rowTooLong(limit: RowBuffer.longestRow))
    }
    held.append(contentsOf: cells.bytes)
    rows += 1
    if held.count >= Self.capacity { try flush() }
  }

  /// Ends the file, and returns once the disk has it.
  mutating func close() throws(ExtractWriteFailure) {
    try flush()
    try output.sync()
    isClosed = true
    output.abandon()
  }

  func abandon() {
    if !isClosed { output.abandon() }
  }

  private mutating func flush() throws(ExtractWriteFailure) {
    try output.write(held)
    held.removeAll(keepingCapacity: true)
  }
}
