/// The texts of a `TextTable` that are whole numbers, by their number.
///
/// Most ids are such. A table by number is small and stands in the processor's caches, where a hash
/// table of millions does not.
struct NumberedTexts: Sendable {
  /// Where a page of numbers begins among the indices; 0: the page of numbers that have no text.
  private var pages: [UInt32] = []
  /// By place, the text's index; 0: no text.
  private var indices = [UInt32](repeating: 0, count: pageSize)

  private static let pageBits: UInt32 = 10
  private static let pageSize = 1 << pageBits

  /// The index of the number's text; 0: it has none.
  subscript(number: UInt32) -> UInt32 {
    @inline(__always) get {
      let page = Int(number >> Self.pageBits)
      guard page < pages.count else { return 0 }
      return indices[Int(pages[page]) + (Int(number) & (Self.pageSize - 1))]
    }
    set {
      let page = Int(number >> Self.pageBits)
      if page >= pages.count {
        pages.append(contentsOf: repeatElement(0, count: page + 1 - pages.count))
      }
      if pages[page] == 0 {
        pages[page] = UInt32(indices.count)
        indices.append(contentsOf: repeatElement(0, count: Self.pageSize))
      }
      indices[Int(pages[page]) + (Int(number) & (Self.pageSize - 1))] = newValue
    }
  }
}
