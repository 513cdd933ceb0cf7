package import Invoicing

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why an extract cannot be written; what stood in its folder before is untouched, or nothing
/// there is an extract any more.
package enum ExtractWriteFailure: Error, Equatable {
  package enum Step: Sendable { case makeFolder, openFolder, open, write, rename, remove }

  /// A value that no reader would take; `row` counts from 1.
  case badValue(file: ExtractFile, row: Int, column: String, fault: CellFault)
  /// A key of `extract.json` whose text is empty.
  case badHeader(key: String)
  /// Another writer is at work in the folder.
  case busy(String)
  case cannot(Step, path: String, reason: String)

  /// With the system's words for an error number.
  static func cannot(_ step: Step, path: String, code: CInt) -> Self {
    // strerror's text holds until the next call on this thread, and is copied here.
    let reason = unsafe strerror(code).map { unsafe String(cString: $0) }
    return .cannot(step, path: path, reason: reason ?? "error \(code)")
  }
}

extension ExtractWriteFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badValue(let file, let row, let column, let fault):
      "\(file.name), row \(row): \(column.isEmpty ? "" : "\(column): ")\(fault.sentence)\n"
        + "  expected: \(fault.expected)"
    case .badHeader(let key): "extract.json: \(key): there is no value\n  expected: a name"
    case .busy(let path):
      "another program is writing an extract to \(path): wait until it is done, or name another "
        + "folder"
    case .cannot(let step, let path, let reason):
      "\(path): \(step.words): \(reason)\n  the extract is not written"
    }
  }
}

extension ExtractWriteFailure.Step {
  fileprivate var words: String {
    switch self {
    case .makeFolder: "the folder cannot be made"
    case .openFolder: "the folder cannot be opened"
    case .open: "the file cannot be made"
    case .write: "it cannot be written"
    case .rename: "the file cannot take its place"
    case .remove: "the old file cannot be removed"
    }
  }
}
