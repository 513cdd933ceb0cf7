internal import Invoicing

/// Reads one file's rows into the books.
enum TableReader {
  /// Reads a file; nil when its header line is at fault, which the log then tells.
  static func read(
    _ file: ExtractFile, at path: String, _ documents: inout DocumentReader,
    into intake: inout BooksIntake, _ log: inout FaultLog, progress: (Int) -> Void
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
      let (texts, hashed) = (intake.draft.texts.count, intake.draft.texts.hashedCount)
      intake.take(&batch)
      // By the second the texts that all rows share are there.
      if batches == 2 {
        let rows = batch.estimatedRows(fileSize: size)
        let share = Double(rows) / Double(max(batch.count, 1))
        func grown(_ before: Int, _ now: Int) -> Int { before + Int(Double(now - before) * share) }
        intake.draft.texts.reserve(
          grown(texts, intake.draft.texts.count),
          hashed: grown(hashed, intake.draft.texts.hashedCount))
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
