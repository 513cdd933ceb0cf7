internal import EconomySystems
package import Extracts

/// Why no extract was made; one that stood there before is as it was.
package enum ExtractionFailure: Error, Equatable {
  /// The economy system gave no answer that could be used, to the end of the budget for retries.
  case system(what: String, reason: String)
  /// The books differed between one reading and the next, so many times.
  case restless(readings: Int)
  /// Asked to stop; what was read is kept beside the target.
  case stopped(spool: String)
  case spoolInUse(path: String, process: Int?)
  case spool(path: String, reason: String)
  case journal(JournalError)
  case writing(ExtractWriteFailure)
}

extension ExtractionFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .system(let what, let reason): "\(what) cannot be read: \(reason)"
    case .restless(let readings):
      "the books changed during each of \(readings) readings, and an extract shows one moment: "
        + "try again when less is booked"
    case .stopped(let spool):
      "stopped; what was read is kept in \(spool), and the same command goes on from there"
    case .spoolInUse(let path, let process):
      "another mirror-engine\(process.map { " (process \($0))" } ?? "") is reading into \(path): "
        + "wait until it is done, or name another folder with --out"
    case .spool(let path, let reason):
      "what is read cannot be kept in \(path): \(reason)"
    case .journal(let error): error.description
    case .writing(let failure): failure.description
    }
  }
}
