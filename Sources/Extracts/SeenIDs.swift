internal import Invoicing

/// The ids of a file's good rows so far, with the line of each.
struct SeenIDs {
  /// By the text's index; 0: not seen.
  private var lines: [UInt32] = []

  /// Marks the rows whose id an earlier good row has.
  mutating func refuseRepeated(
    _ ids: [Text], _ column: ExtractColumn, _ batch: inout RowBatch, textCount: Int
  ) {
    guard let place = batch.layout.place(of: column) else { return }
    if lines.count < textCount {
      lines.append(contentsOf: repeatElement(0, count: textCount - lines.count))
    }
    for row in 0..<batch.count where !batch.isBad[row] {
      let index = Int(ids[row].index)
      if lines[index] == 0 {
        lines[index] = UInt32(clamping: batch.chunk.rows.places[row].line)
      } else {
        let value = batch.text(of: batch.cell(row, place))
        let line = Int(lines[index])
        batch.mark(
          row, place,
          column == .receivedID
            ? .repeatedFlag(value: value, firstLine: line)
            : .repeatedID(value: value, firstLine: line))
      }
    }
  }
}
