internal import XML

/// Why no report was written; the folder is as it was before.
package enum ReportError: Error, Equatable {
  package enum Step: String, Sendable {
    case makeFolder = "make the folder"
    case openFolder = "open the folder"
    case open
    case write
    case sync
    case close
    case rename
    case remove
  }

  /// The operating system refused.
  case cannot(Step, path: String, reason: String)
  /// Another process writes its reports there.
  case folderIsBusy(String)
  /// A folder stands where a report must go.
  case folderInTheWay(String)
  /// Our own bug: the report breaks its own schema.
  case invalid(file: String, line: Int, message: String)
  /// Our own bug: the schema is none.
  case brokenSchema(line: Int, message: String)

  init(_ error: XMLWriteError) {
    let step: Step =
      switch error.step {
      case .open: .open
      case .write: .write
      case .sync: .sync
      case .close: .close
      }
    self = .cannot(step, path: error.path, reason: POSIX.reason(error.code))
  }
}

extension ReportError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannot(let step, let path, let reason):
      "cannot \(step.rawValue) '\(path)': \(reason)"
    case .folderIsBusy(let folder):
      "'\(folder)' is being written by another run: wait for it, or choose another --out"
    case .folderInTheWay(let path):
      "'\(path)' is a folder, and a report must go there: move it, or choose another --out"
    case .invalid(let file, let line, let message):
      """
      \(file):\(line): \(message)
        this is a bug of Mirror Audit: the report breaks its own schema, and was not written
      """
    case .brokenSchema(let line, let message):
      """
      report.xsd:\(line): \(message)
        this is a bug of Mirror Audit: its schema cannot be used, and no report was written
      """
    }
  }
}
