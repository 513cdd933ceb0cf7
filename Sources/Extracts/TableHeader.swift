internal import Invoicing

/// The header line of a file, which says where its columns stand.
enum TableHeader {
  /// Reads the header line, and leaves the bytes behind it; nil when it is at fault, which the
  /// log then tells.
  static func read(
    of file: ExtractFile, from bytes: inout FileBytes, _ log: inout FaultLog
  ) throws(FileFault) -> (layout: TableLayout, nextLine: Int)? {
    var buffer = RowBuffer(fileSize: bytes.size)
    try buffer.refill(from: &bytes)
    buffer.skipByteOrderMark()
    var rows = ScannedRows()
    var names: [String] = []
    var nextLine = scan(&buffer, &rows, &names)
    while nextLine == nil, !buffer.isAtEnd, buffer.pending.count < RowBuffer.longestRow {
      try buffer.refill(from: &bytes)
      nextLine = scan(&buffer, &rows, &names)
    }
    let layout = TableLayout(file, names: names)
    let faults = self.faults(rows, layout, buffer)
    for fault in faults {
      log.add(fault.badCell(layout, buffer.bytes.span))
    }
    guard faults.isEmpty, let nextLine else { return nil }
    bytes.putBack(buffer.bytes[buffer.pending])
    return (layout, nextLine)
  }

  /// Scans the first row for names, and says on which line the next begins; nil where the buffer
  /// does not have all of it.
  private static func scan(
    _ buffer: inout RowBuffer, _ rows: inout ScannedRows, _ names: inout [String]
  ) -> Int? {
    let pending = buffer.pending
    var commas = 0
    for i in pending where buffer.bytes[i] == UInt8(ascii: ",") { commas += 1 }
    var cells = [CellRange](repeating: .empty, count: commas + 1)
    var scanner = CSVScanner(width: nil, stride: cells.count, line: 1)
    let next = scanner.scan(
      buffer.bytes.span, in: pending, isLast: buffer.isAtEnd, into: &cells, &rows)
    guard scanner.line > 1 else { return nil }
    buffer.pending = next..<pending.upperBound
    for cell in rows.escapedCells { cells[cell] = buffer.unescape(cells[cell]) }
    if rows.broken.isEmpty {
      names = cells.prefix(scanner.lastFieldCount).map {
        String(decoding: buffer.bytes[$0.bounds], as: UTF8.self)
      }
    }
    return scanner.line
  }

  private static func faults(
    _ rows: ScannedRows, _ layout: TableLayout, _ buffer: RowBuffer
  ) -> [RowFault] {
    let needed = layout.file.neededColumns.map(\.rawValue)
    let nothing = RowPlace(
      bytes: buffer.pending.lowerBound..<buffer.pending.lowerBound, line: 1, ordinal: 0)
    if let broken = rows.broken.first { return [RowFault(broken)] }
    guard let row = rows.places.first else {
      let fault: CellFault =
        buffer.pending.isEmpty
        ? .noHeader(needed: needed) : .rowTooLong(limit: RowBuffer.longestRow)
      return [RowFault(BrokenRow(place: nothing, fault: fault))]
    }
    if let byte = UTF8Check.firstFault(buffer.bytes.span, in: row.bytes) {
      return [
        RowFault(
          BrokenRow(place: row, fault: .notUTF8(byte: buffer.bytes[byte]), position: byte))
      ]
    }
    var faults = layout.missingColumns.map { column in
      RowFault(
        BrokenRow(place: row, fault: .missingColumn(column.rawValue, needed: needed)))
    }
    if let place = layout.repeatedPlace {
      faults.append(RowFault(BrokenRow(place: row, field: place, fault: .repeatedColumn)))
    }
    return faults
  }
}
