internal import Invoicing

/// Reads one file's rows into the books.
enum TableReader {
  /// Reads a file; nil when its header line is at fault, which the log then tells.
  static func read(
    _ file: ExtractFile, at path: String, ofExtractOf extractSize: Int,
    _ documents: inout DocumentReader, into intake: inout BooksIntake, _ log: inout FaultLog,
    progress: (Int) -> Void
  ) throws(FileFault) -> ExtractInput? {
    guard var bytes = try FileBytes(path) else { throw .vanished }
    let size = bytes.size
    guard let header = try TableHeader.read(of: file, from: &bytes, &log) else { return nil }
    let layout = header.layout
    let digest = bytes.takeDigest()
    let source = RowSource(
      TableScanner(bytes, layout, line: header.nextLine), digest, fileSize: size
    ) { RowBatch(layout, RowChunk(fileSize: size, layout)) }
    defer { source.stop() }
    var batch = RowBatch(layout, RowChunk(fileSize: size, layout))
    intake.begin(file)
    var rejected = 0
    var batches = 0
    while try source.next(&batch) {
      batches += 1
      if batches == 1 { intake.reserve(batch.estimatedRows(fileSize: size), of: file) }
      documents.fill(&batch)
      let growth = TextGrowth(since: intake.draft.texts)
      intake.take(&batch)
      // By the second the texts that all rows share are there.
      if batches == 2 {
        let rows = Double(batch.estimatedRows(fileSize: size)) / Double(max(batch.count, 1))
        growth.makeRoom(
          in: &intake.draft.texts, rows: rows,
          ofAllFiles: rows * Double(extractSize) / Double(max(size, 1)),
          isFirst: intake.draft.inputs.isEmpty)
      }
      rejected += batch.report(to: &log)
      progress(batch.chunk.bytesRead)
    }
    let result = source.result()
    return ExtractInput(
      file: file, sha256: result.sha256, rows: result.rows, rejected: rejected,
      ignoredColumns: layout.ignoredColumns)
  }
}
