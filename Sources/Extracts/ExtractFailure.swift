/// Why an extract cannot be read; nothing of it is kept.
package enum ExtractFailure: Error, Equatable {
  /// There is no folder of this path.
  case noFolder(String)
  /// The needed files that are not there.
  case missingFiles([String])
  /// A file of the extract, and the system's reason.
  case unreadable(file: String, reason: String)
  /// Everything that is wrong with `extract.json`.
  case badHeader([HeaderFault])
  /// The first of what is wrong with the rows, and how much more there is.
  case badCells([BadCell], more: Int)
}

extension ExtractFailure: CustomStringConvertible {
  /// All that there is to print, without a line break at the end.
  package var description: String {
    switch self {
    case .noFolder(let path):
      "\(path): there is no such folder\n  expected: the folder of an extract"
    case .missingFiles(let names):
      names.map {
        "\($0): the file is missing\n  expected: extract.json, received.csv, sent.csv and"
          + " processed.csv in the extract's folder"
      }.joined(separator: "\n")
    case .unreadable(let file, let reason):
      "\(file): the file cannot be read: \(reason)\n  expected: a file that may be read"
    case .badHeader(let faults):
      faults.map { "extract.json: \($0)" }.joined(separator: "\n")
    case .badCells(let cells, let more):
      cells.map(\.description).joined(separator: "\n")
        + (more == 0 ? "" : "\nand \(more) more that \(more == 1 ? "is" : "are") not shown")
    }
  }
}
