/// Why the sandbox's books cannot be used.
package enum SandboxStoreError: Error, Equatable {
  case unusable(path: String, reason: String)
  /// Another sandbox has them open.
  case busy(path: String)
  /// The file is no books of a sandbox.
  case foreign(path: String)
  case newerSchema(path: String)
  case damaged(path: String, detail: String)
}

extension SandboxStoreError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unusable(let path, let reason):
      "the books \(path) cannot be used (\(reason)): check the folder, its permissions and its disk"
    case .busy(let path):
      "another economy-sandbox has the books \(path) open: end it, or name other books with --db"
    case .foreign(let path):
      "\(path) is not the books of an economy-sandbox, and is left as it is: name another file "
        + "with --db"
    case .newerSchema(let path):
      "\(path) was written by a newer economy-sandbox: use that one, or name another file with --db"
    case .damaged(let path, let detail):
      "the books \(path) are damaged (\(detail)): restore them from a backup, or draw new ones"
    }
  }
}
