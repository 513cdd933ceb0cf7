internal import Digests
package import Invoicing

/// Reads a canonical extract (`extract.md`) into books.
package enum ExtractReader {
  /// Reads the extract in a folder; `before` and `vanished` are left empty.
  ///
  /// Every row is checked; the failure holds the first 50 of all that is wrong. With `quarantine`
  /// bad rows are set aside in the draft's `rejected` instead; what is wrong with a whole file
  /// is a failure all the same.
  package static func read(
    folder: String, quarantine: Bool = false, progress: (ReadingProgress) -> Void = { _ in }
  ) throws(ExtractFailure) -> BooksDraft {
    let folder = try ExtractFolder(folder)
    var intake = BooksIntake(header: try folder.header())
    var documents = DocumentReader(folder: folder.path)
    var log = FaultLog(quarantine: quarantine)
    var bytesBefore = 0
    for file in ExtractFile.allCases {
      guard let size = folder.sizes[file] else { continue }
      let input = try folder.reading(file.name) { path throws(FileFault) in
        try TableReader.read(
          file, at: path, ofExtractOf: folder.size, &documents, into: &intake, &log
        ) { bytes in
          progress(
            ReadingProgress(
              file: file.name, bytesRead: bytesBefore + bytes, bytesInAll: folder.size))
        }
      }
      if let input { intake.draft.inputs.append(input) }
      bytesBefore += size
    }
    guard log.cells.isEmpty else { throw .badCells(log.cells, more: log.more) }
    intake.draft.documents = documents.documents
    intake.draft.rejected = log.rejected
    return intake.draft
  }
}
