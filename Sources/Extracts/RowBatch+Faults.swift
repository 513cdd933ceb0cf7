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
      raw: String(decoding: chunk.buffer.bytes[fault.place.bytes], as: UTF8.self))
  }

  private func badCell(_ fault: RowFault) -> BadCell {
    fault.badCell(
      layout, chunk.buffer.bytes.span,
      document: documentPath(fault))
  }

  /// The path of the document that a value was read from, or that does not have it either.
  private func documentPath(_ fault: RowFault) -> String? {
    guard let row = fault.row, let field = fault.field,
      let place = layout.place(of: .document), !cell(row, place).isEmpty,
      layout.canBeFilled(field)
    else { return nil }
    if case .missingValue = fault.fault { return text(of: cell(row, place)) }
    let isFilled = filledCells.contains(FilledCell(row: row, place: field))
    return isFilled ? text(of: cell(row, place)) : nil
  }
}
