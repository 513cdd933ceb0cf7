internal import Invoicing

extension Linkage {
  /// Which of some pairs agree, as `agree(sent:received:)` says of one.
  ///
  /// Invoices stand anywhere: one column is compared after the other, so that the loops are short
  /// and memory answers for many pairs at once.
  func agree(_ pairs: [(sent: Int, received: Int)]) -> [Bool] {
    let (a, b) = (books.sent.invoices, books.received.invoices)
    var agree = pairs.map { a.gross[$0.sent] == b.gross[$0.received] }
    for (place, pair) in pairs.enumerated()
    where a.currency[pair.sent] != b.currency[pair.received] {
      agree[place] = false
    }
    for (place, pair) in pairs.enumerated() where a.kind[pair.sent] != b.kind[pair.received] {
      agree[place] = false
    }
    let sources = pairs.map { sourceOf[$0.received] }
    let (theirs, ours) = (books.source.customer, books.sent.customer)
    for (place, source) in sources.enumerated() where source >= 0 {
      if theirs[Int(source)] != ours[pairs[place].sent] { agree[place] = false }
    }
    return agree
  }
}
