internal import Invoicing

/// The rows of a table by a text that stands in one of its columns.
///
/// Rows of one text are chained; the chains run in the order of the rows.
struct RowChains: Sendable {
  private var heads: [Int32]
  private var next: [Int32]

  /// Chains rows by their key; rows whose key is nil or absent are in no chain.
  init(texts: Int, rows: Int, key: (Int) -> Text?) {
    // Texts behind the last that is a key need no place: most of the books' are.
    var last = 0
    for row in 0..<rows {
      if let text = key(row) { last = max(last, Int(text.index)) }
    }
    heads = Array(repeating: -1, count: min(texts, last + 1))
    next = Array(repeating: -1, count: rows)
    var row = rows - 1
    while row >= 0 {
      if let text = key(row), !text.isAbsent {
        next[row] = heads[Int(text.index)]
        heads[Int(text.index)] = Int32(row)
      }
      row -= 1
    }
  }

  /// The first row of a text, or nil.
  func first(_ text: Text) -> Int? {
    Int(text.index) < heads.count ? place(heads[Int(text.index)]) : nil
  }

  /// The row behind another of the same text, or nil.
  func following(_ row: Int) -> Int? { place(next[row]) }

  /// Calls with each row of a text, in the order of the rows.
  func forEach(_ text: Text, _ body: (Int) -> Void) {
    guard Int(text.index) < heads.count else { return }
    var row = heads[Int(text.index)]
    while row >= 0 {
      body(Int(row))
      row = next[Int(row)]
    }
  }

  private func place(_ row: Int32) -> Int? { row < 0 ? nil : Int(row) }
}
