internal import EconomyAPI

/// How an update's files meet those that are there.
enum MergedFiles {
  /// One of the same name is replaced, another is added, none is lost; one without content keeps
  /// what it had, so that an invoice read without content can be sent back.
  static func merge(_ old: [APIFile]?, _ change: [APIFile]?) -> [APIFile]? {
    guard let change else { return old }
    var files = old ?? []
    for file in change {
      guard let place = files.firstIndex(where: { $0.filename == file.filename }) else {
        files.append(file)
        continue
      }
      if file.data != nil { files[place] = file }
    }
    return files
  }
}

extension [APIFile]? {
  func merged(with change: [APIFile]?) -> [APIFile]? { MergedFiles.merge(self, change) }
}
