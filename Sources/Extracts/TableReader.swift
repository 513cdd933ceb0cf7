internal import Invoicing

/// Reads one file's rows into the books.
enum TableReader {
  /// Reads a file; nil when its header line is at fault, which the log then tells.
  static func read(
    _ file: ExtractFile, at path: String, _ documents: inout DocumentReader,
    into intake: inout BooksIntake, _ log: inout FaultLog, progress: (Int) -> Void
  ) throws(FileFault) -> ExtractInput? {
    guard var bytes = try FileBytes(path) else { throw .vanished }
    var buffer = RowBuffer(fileSize: bytes.size)
    guard let header = try TableHeader.read(of: file, from: &bytes, &buffer, &log) else {
      return nil
    }
    var batch = RowBatch(header.layout, consume buffer, line: header.nextLine)
    intake.begin(file)
    var rejected = 0
    var isFirst = true
    while try batch.next(from: &bytes) {
      if isFirst { intake.reserve(batch.estimatedRows(in: bytes), of: file) }
      isFirst = false
      documents.fill(&batch)
      intake.take(&batch)
      rejected += batch.report(to: &log)
      progress(bytes.bytesRead)
    }
    return ExtractInput(
      file: file, sha256: bytes.sha256(), rows: batch.rowCount, rejected: rejected,
      ignoredColumns: header.layout.ignoredColumns)
  }
}
