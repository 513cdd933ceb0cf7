internal import Invoicing

/// The ids of a file's good rows so far.
///
/// A bit each, which stands in the processor's caches; where each came first is found out when one
/// comes again.
struct SeenIDs {
  /// By the text's index, a bit for each text that is an id.
  private var bits: [UInt64] = []
  /// By the text's index, the line of each id; empty until one has come again.
  private var lines: [UInt32] = []
  private var numbering = LineNumbering()

  /// Marks the rows whose id an earlier good row has.
  ///
  /// - Parameters:
  ///   - earlier: the ids of the good rows of earlier batches.
  ///   - ordinals: of those rows.
  mutating func refuseRepeated(
    _ ids: [Text], _ column: ExtractColumn, _ batch: inout RowBatch, textCount: Int,
    earlier: [Text], _ ordinals: RowNumbers
  ) {
    bits.append(contentsOf: repeatElement(0, count: max(0, textCount / 64 + 1 - bits.count)))
    let rows = batch.chunk.rows.places
    var hasRepeated = false
    for row in rows.indices where !batch.isBad[row] {
      numbering.note(rows[row])
      let (word, bit) = (Int(ids[row].index >> 6), UInt64(1) &<< UInt64(ids[row].index & 63))
      if bits[word] & bit != 0 { hasRepeated = true }
      bits[word] |= bit
    }
    if lines.isEmpty {
      if !hasRepeated { return }
      lines = Self.byText(zip(earlier, numbering.lines(of: ordinals)), textCount)
    }
    lines.append(contentsOf: repeatElement(0, count: textCount - lines.count))
    for row in rows.indices where !batch.isBad[row] {
      let index = Int(ids[row].index)
      if lines[index] == 0 {
        lines[index] = UInt32(clamping: rows[row].line)
      } else {
        refuse(row, firstLine: Int(lines[index]), column, &batch)
      }
    }
  }

  private func refuse(
    _ row: Int, firstLine: Int, _ column: ExtractColumn, _ batch: inout RowBatch
  ) {
    guard let place = batch.layout.place(of: column) else { return }
    let value = batch.text(of: batch.cell(row, place))
    batch.mark(
      row, place,
      column == .receivedID
        ? .repeatedFlag(value: value, firstLine: firstLine)
        : .repeatedID(value: value, firstLine: firstLine))
  }

  private static func byText(
    _ lines: some Sequence<(Text, UInt32)>, _ textCount: Int
  ) -> [UInt32] {
    var byText = [UInt32](repeating: 0, count: textCount)
    for (id, line) in lines { byText[Int(id.index)] = line }
    return byText
  }
}
