/// A length that has a limit, and the older offenders, which may only shrink.
struct Length: Equatable {
  let path: String
  let line: Int?
  /// What is measured: `path`, or `path: name` where a file has several.
  let key: String
  let count: Int

  private var name: String {
    key.hasPrefix("\(path): ") ? "`\(key.dropFirst(path.count + 2))`" : "the file"
  }

  /// What is longer than allowed, and what is excused and need not be so much.
  static func offences(
    _ lengths: [Length], limit: Int, older: [String: Int], mend: String
  ) -> [Offence] {
    let tooLong = lengths.filter { $0.count > max(limit, older[$0.key] ?? limit) }.map {
      Offence(
        path: $0.path, line: $0.line,
        what: "\($0.name) takes \($0.count) lines, and \(older[$0.key] ?? limit) are allowed",
        mend: mend)
    }
    let stale = older.sorted { $0.key < $1.key }.compactMap { key, excused -> Offence? in
      let count = lengths.filter { $0.key == key }.map(\.count).max() ?? 0
      if count >= excused, excused > limit { return nil }
      return Offence(
        path: "Tests/HouseTests/ShapeTests.swift",
        what: "`\(key)` is excused up to \(excused) lines, and takes \(count)",
        mend: count > limit ? "lower it to \(count)" : "strike it")
    }
    return tooLong + stale
  }
}
