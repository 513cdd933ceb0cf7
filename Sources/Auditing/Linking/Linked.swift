internal import Invoicing

/// The links of all steps of `findings.md`, and what was found out on the way.
struct Linked: Sendable {
  let linkage: Linkage
  /// The received invoice that is kept in place of one received twice, or -1.
  let keptInstead: [Int32]
  /// Received invoices of which nothing tells which was mirrored, each with one that fits as well.
  let ambiguous: [Int: Int]

  init(_ books: Books) {
    let numbers = ReceivedNumbers(books.received)
    var linkage = Linkage(books, numbers)
    StatedMirrors.link(&linkage)
    let waiting = Claims.link(&linkage, numbers)
    keptInstead = Twins.find(linkage, numbers)
    ambiguous = ContentMatching.link(&linkage, keptInstead: keptInstead)
    Claims.linkWaiting(waiting, &linkage)
    ContentMatching.linkFurther(&linkage, keptInstead: keptInstead)
    self.linkage = linkage
  }
}
