internal import Invoicing

extension RowBatch {
  /// Hands what is wrong with the rows to the log, and says how many rows are set aside.
  func report(to log: inout FaultLog) -> Int {
    var rejected = 0
    var lastRejected: UInt32 = 0
    for fault in sortedFaults() {
      if !log.quarantine || fault.fault.isOfFile {
        log.add(badCell(fault))
      } else if fault.place.ordinal != lastRejected {
        lastRejected = fault.place.ordinal
        rejected += 1
        log.reject(rejectedRow(fault))
      }
    }
    return rejected
  }

  private func rejectedRow(_ fault: RowFault) -> RejectedRow {
    let cell = badCell(fault)
    return RejectedRow(
      file: layout.file, line: cell.line, column: cell.column,
      reason: "\(cell.reason); expected: \(cell.fault.expected)",
      raw: String(decoding: buffer.bytes[fault.place.bytes], as: UTF8.self))
  }

  private func badCell(_ fault: RowFault) -> BadCell {
    fault.badCell(
      layout, buffer.bytes.span,
      document: fault.field.flatMap { documentPath(row: fault.row, field: $0) })
  }

  /// The path of the document that a value was read from.
  private func documentPath(row: Int?, field: Int) -> String? {
    guard let row, let place = layout.place(of: .document), place != field,
      filledCells.contains(FilledCell(row: row, place: field))
    else { return nil }
    return text(of: cell(row, place))
  }
}
