/// The part of a list that is asked for; without a limit all from the offset on.
package struct Page: Hashable, Sendable {
  package var offset: Int
  package var limit: Int?

  package init(offset: Int = 0, limit: Int? = nil) {
    self.offset = offset
    self.limit = limit
  }

  /// Everything.
  package static let all = Page()

  /// The places that it has of so many.
  func places(of count: Int) -> Range<Int> {
    let start = min(max(offset, 0), count)
    guard let limit else { return start..<count }
    return start..<start + min(max(limit, 0), count - start)
  }
}
