internal import Invoicing

/// What speaks for a sent invoice's being the mirror of a received one, short of its own word.
struct Claim {
  let sent: Int
  let received: Int
  let field: LinkField
  let value: Text
  var agrees: Bool

  /// Whether it links at once: it agrees, or is of the strongest kind.
  var isDecisive: Bool { agrees || field <= .intentKey }

  /// Whether this claim goes before another on the same sent invoice.
  func precedes(_ other: Claim, _ books: Books) -> Bool {
    if agrees != other.agrees { return agrees }
    if field != other.field { return field < other.field }
    let ids = books.received.invoices.id
    return books.compareIDs(ids[received], ids[other.received]) < 0
  }
}
