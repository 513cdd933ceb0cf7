extension PageFile {
  /// The pages that hold a table's rows, in the order of their numbers.
  ///
  /// - Parameter root: the page at which the table's tree begins.
  func leaves(below root: UInt32) throws(SnapshotError) -> [UInt32] {
    var leaves: [UInt32] = []
    var level = [root]
    // As deep as a tree can be of which each page has two pages below it.
    for _ in 0..<32 where !level.isEmpty {
      level = try pages(below: level, leaves: &leaves)
    }
    guard level.isEmpty else { throw damaged(root, "begins a tree without an end") }
    return leaves
  }

  /// The pages one level below some of a tree; all of a level are leaves, or none.
  private func pages(
    below level: [UInt32], leaves: inout [UInt32]
  ) throws(SnapshotError) -> [UInt32] {
    var bytes = room()
    var below: [UInt32] = []
    for page in level {
      try read(page, into: &bytes)
      switch bytes[0] {
      case Self.leaf where below.isEmpty:
        // Those beside it are of its kind, or are refused when they are read.
        leaves = level
        return []
      case Self.inner: try appendChildren(of: page, bytes, to: &below)
      default: throw damaged(page, "is none of a table's")
      }
      guard below.count <= count else { throw damaged(page, "has others below it twice") }
    }
    return below
  }

  private func appendChildren(
    of page: UInt32, _ bytes: [UInt8], to children: inout [UInt32]
  ) throws(SnapshotError) {
    let cells = bytes.bigEndian16(at: 3)
    guard Self.innerHeader + 2 * cells <= usableSize else { throw damaged(page, "is too full") }
    for cell in 0..<cells {
      let place = bytes.bigEndian16(at: Self.innerHeader + 2 * cell)
      guard place + 4 <= usableSize else { throw damaged(page, "ends within a cell") }
      children.append(bytes.bigEndian32(at: place))
    }
    children.append(bytes.bigEndian32(at: 8))
  }

  /// The first bytes of pages of a table's tree, and how long what stands before the cells'
  /// places is.
  static var leaf: UInt8 { 13 }
  static var leafHeader: Int { 8 }
  private static var inner: UInt8 { 5 }
  private static var innerHeader: Int { 12 }
}

extension [UInt8] {
  func bigEndian16(at place: Int) -> Int { Int(self[place]) << 8 | Int(self[place + 1]) }

  func bigEndian32(at place: Int) -> UInt32 {
    UInt32(bigEndian16(at: place)) << 16 | UInt32(bigEndian16(at: place + 2))
  }
}
