internal import Invoicing

@testable internal import Extracts

/// What holds for the tables of every extract.
enum ExtractPromises {
  static func check(_ bytes: [UInt8]) throws {
    if bytes.first == UInt8(ascii: "{") { return try checkHeader(bytes) }
    let tables = ExtractBytes.tables(in: bytes)
    for table in tables { try checkCuts(table.bytes) }
    try checkReading(tables)
  }

  /// `extract.json` is read, or all that is wrong with it is told.
  private static func checkHeader(_ bytes: [UInt8]) throws {
    var hasNames = true
    do throws(ExtractFailure) {
      let header = try HeaderReader.read(bytes, sha256: "")
      hasNames = !header.group.isEmpty && header.companies?.contains("") != true
    } catch {
      guard case .badHeader(let faults) = error else { throw BrokenPromise("not its fault") }
      try BrokenPromise.unless(!faults.isEmpty, "a refusal has a reason")
      for fault in faults { try BrokenPromise.unlessPrintable(fault.description, lineFeeds: 1) }
    }
    try BrokenPromise.unless(hasNames, "a group and its companies have names")
  }

  /// However a table is cut into pieces its rows are the same, and those of another reader.
  private static func checkCuts(_ bytes: [UInt8]) throws {
    guard let width = PlainCSV.fieldsOfFirstRow(bytes) else { return }
    let whole = CutTable(
      bytes, width: width, piece: bytes.count + 1, room: bytes.count / width + 2)
    try BrokenPromise.unless(whole.isNoted, "what ids and encodings need is noted")
    // Small pieces of a long table would take long, and show no more.
    let piece = 1 + bytes.count / 32 + bytes.count % 7
    let cut = CutTable(bytes, width: width, piece: piece, room: 2)
    try BrokenPromise.unless(cut.isNoted, "what ids and encodings need is noted, piece by piece")
    try BrokenPromise.unlessEqual(cut.rows, whole.rows, "rows cut at each \(piece) bytes")
    try BrokenPromise.unlessEqual(
      whole.cells, PlainCSV.rows(bytes, width: width), "cells by two readers")
    if bytes.count % 16 == 0 { try checkChunks(bytes, width) }
  }

  /// A file that does not fit into a buffer gives the rows of one that does.
  private static func checkChunks(_ bytes: [UInt8], _ width: Int) throws {
    // Several times over, so that rows lie across the ends of the smallest buffer.
    let long = Array(repeatElement(bytes, count: min(5_000 / bytes.count + 1, 64)).joined())
    let cut = try CutTable(long, width: width, chunksForFileOf: 0)
    let whole = try CutTable(long, width: width, chunksForFileOf: long.count)
    try BrokenPromise.unlessEqual(cut.sortedRows, whole.sortedRows, "rows read in chunks")
  }

  private static func checkReading(_ tables: [(file: ExtractFile, bytes: [UInt8])]) throws {
    let strict = try ReadTables(tables, quarantine: false)
    let lenient = try ReadTables(tables, quarantine: true)
    try checkFaults(strict, tables)
    try checkFaults(lenient, tables)
    try checkCounts(lenient)
    let rows = BookRows(Books(strict.draft))
    try BrokenPromise.unlessEqual(
      BookRows(Books(lenient.draft)), rows, "good rows, the others set aside or not")
    let isClean = strict.log.cells.isEmpty
    try BrokenPromise.unless(
      isClean == (lenient.log.cells.isEmpty && lenient.draft.rejected.isEmpty),
      "a row is set aside exactly where it is a failure otherwise")
    if rows.count > 0 { try checkWriting(rows) }
  }

  /// Each fault has a place in its file, and words.
  private static func checkFaults(
    _ read: ReadTables, _ tables: [(file: ExtractFile, bytes: [UInt8])]
  ) throws {
    for cell in read.log.cells {
      let bytes = tables.first { $0.file == cell.file }?.bytes ?? []
      let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      try BrokenPromise.unless(
        (1...lines).contains(cell.line), "line \(cell.line) of \(lines): \(cell)")
      let mark = cell.excerpt.mark
      try BrokenPromise.unless(
        mark.upperBound <= cell.excerpt.text.count + 1, "a mark beyond the row: \(cell)")
      try BrokenPromise.unlessPrintable(cell.description, lineFeeds: 3)
    }
  }

  /// Each row is read or set aside, and none is both.
  private static func checkCounts(_ read: ReadTables) throws {
    for input in read.draft.inputs where read.log.cells.isEmpty {
      let rejected = read.draft.rejected.count { $0.file == input.file }
      try BrokenPromise.unlessEqual(rejected, input.rejected, "rejected of \(input.file.name)")
      try BrokenPromise.unlessEqual(
        read.count(of: input.file), input.rows - rejected, "rows of \(input.file.name)")
    }
  }

  /// What was read can be written, and read again.
  private static func checkWriting(_ rows: BookRows) throws {
    let again = try ReadTables(try rows.tables(), quarantine: false)
    if let fault = again.log.cells.first {
      throw BrokenPromise("what the house writes it refuses: \(fault)")
    }
    try BrokenPromise.unlessEqual(BookRows(Books(again.draft)), rows, "rows read back")
  }
}
