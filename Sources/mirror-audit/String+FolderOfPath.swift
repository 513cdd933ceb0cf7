extension String {
  /// The folder that the last part of this path lies in; empty where the path names none.
  ///
  /// Not Foundation's `deletingLastPathComponent`: on Linux that traps on a path of one sign, and
  /// `--out .` is one.
  var folderOfPath: String {
    guard let last = lastIndex(where: { $0 != "/" }) else { return isEmpty ? "" : "/" }
    guard let slash = self[...last].lastIndex(of: "/") else { return "" }
    guard let end = self[...slash].lastIndex(where: { $0 != "/" }) else { return "/" }
    return String(self[...end])
  }
}
