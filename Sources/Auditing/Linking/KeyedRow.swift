internal import Invoicing

/// A row of a ledger with the beginning of its id, for a sort: ids stand anywhere, and each would
/// be looked at again and again.
struct KeyedRow {
  let row: Int
  private let key: IdentifierKey

  static func keyed(_ rows: [Int], _ ids: [Text], _ books: Books) -> [Self] {
    let texts = books.texts
    return rows.map { Self(row: $0, key: IdentifierKey(texts.bytes(of: ids[$0]))) }
  }

  /// Whether its id comes before another of the same ledger.
  func precedes(_ other: Self, _ ids: [Text], _ books: Books) -> Bool {
    key == other.key ? books.compareIDs(ids[row], ids[other.row]) < 0 : key < other.key
  }
}
