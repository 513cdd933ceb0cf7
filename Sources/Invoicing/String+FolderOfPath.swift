extension String {
  /// The folder that the last part of this path lies in; empty where the path names none.
  ///
  /// Not Foundation's `deletingLastPathComponent`: on Linux that traps on a path of one sign, and
  /// `--out .` is one.
  package var folderOfPath: String {
    guard let last = lastIndex(where: { $0 != "/" }) else { return isEmpty ? "" : "/" }
    guard let slash = self[...last].lastIndex(of: "/") else { return "" }
    guard let end = self[...slash].lastIndex(where: { $0 != "/" }) else { return "/" }
    return String(self[...end])
  }

  /// The last part of this path; empty where it has none.
  package var nameOfPath: String {
    guard let last = lastIndex(where: { $0 != "/" }) else { return "" }
    let path = self[...last]
    return path.lastIndex(of: "/").map { String(path[index(after: $0)...]) } ?? String(path)
  }
}
