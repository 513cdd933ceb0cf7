internal import Digests
internal import Invoicing

/// The folder of an extract, and which files it has.
struct ExtractFolder {
  let path: String
  /// The files that are there, with their bytes.
  private(set) var sizes: [ExtractFile: Int] = [:]

  init(_ path: String) throws(ExtractFailure) {
    guard FilePath.isFolder(path) else { throw .noFolder(path) }
    self.path = path
    var missing: [String] = []
    if try size(of: HeaderReader.fileName) == nil { missing.append(HeaderReader.fileName) }
    for file in ExtractFile.allCases {
      if let size = try size(of: file.name) {
        sizes[file] = size
      } else if file.isNeeded {
        missing.append(file.name)
      }
    }
    guard missing.isEmpty else { throw .missingFiles(missing) }
  }

  /// Bytes of all tables.
  var size: Int { sizes.values.reduce(0, +) }

  /// What `extract.json` says.
  func header() throws(ExtractFailure) -> ExtractHeader {
    let (bytes, sha256) = try reading(HeaderReader.fileName) { path throws(FileFault) in
      try FileBytes.whole(path)
    }
    return try HeaderReader.read(bytes, sha256: sha256)
  }

  /// Does something with a file's path, and names the file where that fails.
  func reading<Result>(
    _ name: String, _ body: (String) throws(FileFault) -> Result
  ) throws(ExtractFailure) -> Result {
    do {
      return try body("\(path)/\(name)")
    } catch {
      throw .unreadable(file: name, reason: error.description)
    }
  }

  private func size(of name: String) throws(ExtractFailure) -> Int? {
    try reading(name) { path throws(FileFault) in
      try FileBytes.size(of: path)
    }
  }
}
