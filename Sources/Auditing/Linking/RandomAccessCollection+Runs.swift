extension RandomAccessCollection {
  /// Calls with each longest stretch in which any two neighbours are alike.
  func forEachRun(where alike: (Element, Element) -> Bool, do body: (SubSequence) -> Void) {
    var start = startIndex
    while start < endIndex {
      var end = index(after: start)
      while end < endIndex, alike(self[index(before: end)], self[end]) { formIndex(after: &end) }
      body(self[start..<end])
      start = end
    }
  }
}
