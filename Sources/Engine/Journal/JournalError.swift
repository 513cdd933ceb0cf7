/// Why a journal cannot be used; nothing was sent that it does not hold.
package enum JournalError: Error, Equatable {
  /// There is no journal to be read.
  case missing(path: String)
  /// It cannot be opened, read or written: a full disk, say.
  case unusable(path: String, reason: String)
  /// Another engine works with it; `process` is its pid, where the lock says it.
  case locked(path: String, process: Int?)
  /// The file is no journal of this engine.
  case foreign(path: String)
  case newerSchema(path: String)
  case damaged(path: String, detail: String)
}

extension JournalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "there is no journal at \(path): 'mirror-engine run' makes one, and the configuration's "
        + "'engine.journal' says where"
    case .unusable(let path, let reason):
      "the journal \(path) cannot be used (\(reason)): check its permissions and its disk; what "
        + "it does not hold was not sent"
    case .locked(let path, let process):
      "another mirror-engine\(process.map { " (process \($0))" } ?? "") works with the journal "
        + "\(path): wait until it is done"
    case .foreign(let path):
      "\(path) is not a journal of mirror-engine, and is left as it is: move it away, or name "
        + "another with 'engine.journal' in the configuration"
    case .newerSchema(let path):
      "the journal \(path) was written by a newer mirror-engine: use that one"
    case .damaged(let path, let detail):
      "the journal \(path) is damaged (\(detail)): restore it from a backup; without it the "
        + "engine does not know what it has begun"
    }
  }
}
